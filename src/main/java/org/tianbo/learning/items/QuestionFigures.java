package org.tianbo.learning.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tianbo.curriculum.CourseView;
import org.tianbo.learning.LearningConfig;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * How questions did, as it was counted last. Whoever looks waits for no count of a county's answers, which may be a
 * million: {@link QuestionCount} counts at night, and once somebody looked at figures that are old.
 */
@ApplicationScoped
public class QuestionFigures {

    static final String LAST =
            "select versions, counted_at, figures::text from question_figures where county = ? and course = ?";

    private static final String PUT =
            """
            insert into question_figures (county, course, versions, counted_at, figures)
            values (?, ?, ?, ?, ?::jsonb)
            on conflict (county, course) do update set versions = excluded.versions, counted_at = excluded.counted_at,
                figures = excluded.figures
            returning course
            """;

    private final ItemStatistics statistics;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final LearningConfig config;
    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;

    QuestionFigures(
            ItemStatistics statistics,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            LearningConfig config,
            Jobs jobs,
            ObjectMapper json,
            Clock clock) {
        this.statistics = statistics;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.config = config;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** Figures of all questions of a course, in the order it is taught. @param at when they were counted */
    public record Counted(Instant at, List<ItemFigures> figures) {}

    private record Kept(String versions, Counted counted) {}

    /** Counts at once only what was never counted, or asked in other words. */
    public Counted of(CourseView course) {
        Optional<Counted> kept = reads.rows(LAST, this::kept, county.id(), course.slug()).stream()
                .filter(one -> one.versions().equals(versions(course)))
                .map(Kept::counted)
                .findFirst();
        if (kept.isEmpty()) {
            return count(course);
        }
        if (kept.get().at().plus(config.figuresKept()).isBefore(clock.instant())) {
            jobs.enqueue(QuestionCount.NAME, county.id(), county.id());
        }
        return kept.get();
    }

    Counted count(CourseView course) {
        Counted counted = new Counted(clock.instant(), statistics.of(course));
        writes.returning(
                PUT,
                row -> row.getString(1),
                county.id(),
                course.slug(),
                versions(course),
                counted.at(),
                written(counted.figures()));
        return counted;
    }

    private static String versions(CourseView course) {
        return Sha256.hex(course.lessons().stream()
                .map(lesson -> lesson.slug() + " " + lesson.version())
                .collect(Collectors.joining("\n")));
    }

    private Kept kept(ResultSet row) throws SQLException {
        try {
            return new Kept(
                    row.getString("versions"),
                    new Counted(
                            Jdbc.instant(row, "counted_at"),
                            List.of(json.readValue(row.getString("figures"), ItemFigures[].class))));
        } catch (JsonProcessingException otherRelease) {
            return new Kept("", null);
        }
    }

    private String written(List<ItemFigures> figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Figures are numbers and names", impossible);
        }
    }
}
