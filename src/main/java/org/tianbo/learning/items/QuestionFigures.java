package org.tianbo.learning.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.Quiz;
import org.tianbo.learning.LearningConfig;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * How questions did, as it was counted last. Whoever looks waits for no count of a county's answers, which may be a
 * million: {@link QuestionCount} counts at night, and once somebody looked at figures that are old or of other words.
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
            where question_figures.counted_at <= excluded.counted_at
            returning course
            """;

    private static final TypeReference<Map<String, String>> VERSIONS = new TypeReference<>() {};

    private final ItemStatistics statistics;
    private final Curriculum curriculum;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final LearningConfig config;
    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;

    QuestionFigures(
            ItemStatistics statistics,
            Curriculum curriculum,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            LearningConfig config,
            Jobs jobs,
            ObjectMapper json,
            Clock clock) {
        this.statistics = statistics;
        this.curriculum = curriculum;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.config = config;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Figures of all questions of a course, in the order it is taught.
     *
     * @param at when they were counted; empty where that never happened
     * @param changed whether some are missing because their lesson was changed since, or nothing was counted yet: they
     *     are being counted
     */
    public record Counted(Optional<Instant> at, List<ItemFigures> figures, boolean changed) {}

    /** @param versions of each lesson, by slug */
    private record Kept(Map<String, String> versions, Instant at, List<ItemFigures> figures) {}

    /**
     * What was counted last, never counting itself. Where lessons were changed since, the questions that are asked in
     * the same words keep their figures, and the others have none until they are counted.
     */
    public Counted of(CourseView course) {
        Optional<Kept> last = reads.rows(LAST, this::kept, county.id(), course.slug()).stream()
                .flatMap(Optional::stream)
                .findFirst();
        boolean changed =
                last.filter(one -> one.versions().equals(versions(course))).isEmpty();
        if (changed || last.get().at().plus(config.figuresKept()).isBefore(clock.instant())) {
            jobs.enqueue(QuestionCount.NAME, QuestionCount.COURSE + course.slug(), county.id());
        }
        return new Counted(
                last.map(Kept::at),
                changed ? stillAsked(course, last) : last.get().figures(),
                changed);
    }

    /** What is counted later outdates what was counted before, also when that takes longer. */
    void count(CourseView course) {
        Instant at = clock.instant();
        writes.returning(
                PUT,
                row -> row.getString(1),
                county.id(),
                course.slug(),
                written(versions(course)),
                at,
                written(statistics.of(course)));
    }

    private List<ItemFigures> stillAsked(CourseView course, Optional<Kept> last) {
        Map<List<String>, ItemFigures> known = last.map(Kept::figures).orElse(List.of()).stream()
                .collect(Collectors.toMap(one -> List.of(one.lesson(), one.item()), Function.identity()));
        return course.lessons().stream()
                .flatMap(lesson -> {
                    List<Quiz.Item> before = last.map(one -> one.versions().get(lesson.slug()))
                            .map(version ->
                                    curriculum.quiz(lesson.slug(), version).items())
                            .orElse(List.of());
                    return curriculum.quiz(lesson.slug()).items().stream().map(item -> {
                        ItemFigures figures = known.get(List.of(lesson.slug(), item.id()));
                        return figures == null || !before.contains(item)
                                ? ItemFigures.none(lesson.slug(), item.id())
                                : figures;
                    });
                })
                .toList();
    }

    private static Map<String, String> versions(CourseView course) {
        return course.lessons().stream().collect(Collectors.toMap(LessonSummary::slug, LessonSummary::version));
    }

    /** Empty for what a release before this one wrote, and one after it might write. */
    private Optional<Kept> kept(ResultSet row) throws SQLException {
        try {
            return Optional.of(new Kept(
                    json.readValue(row.getString("versions"), VERSIONS),
                    Jdbc.instant(row, "counted_at"),
                    List.of(json.readValue(row.getString("figures"), ItemFigures[].class))));
        } catch (JsonProcessingException otherRelease) {
            return Optional.empty();
        }
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Figures are numbers and names", impossible);
        }
    }
}
