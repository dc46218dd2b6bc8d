package org.tianbo.mentoring.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The table {@code example_scores}; nothing in it is edited. */
@ApplicationScoped
class ExampleScoreTable {

    private static final String ALL =
            """
            select s.id, s.mentor, s.example, s.example_version, s.scores::text as scores, s.vetoed, s.scored_at, p.name
            from example_scores s join people p on p.county = s.county and p.id = s.mentor
            where s.county = ?""";

    private static final String BY_NAME = " order by p.reading, p.id, s.example";

    /** Each of them then has a line to show: a page is never empty while another follows. */
    private static final String WANTED =
            """
             and exists (select 1 from unnest(?::text[], ?::text[], ?::text[]) as w (example, version, criterion)
                where w.example = s.example and w.version = s.example_version and jsonb_exists(s.scores, w.criterion))
            """;

    /** Where the page before ended; from the beginning where it ended nowhere. */
    private static final String AFTER =
            """
             and not exists (select 1 from example_scores l join people q on q.county = l.county and q.id = l.mentor
                where l.county = s.county and l.id = ? and (p.reading, p.id, s.example) <= (q.reading, q.id, l.example))
            """;

    private static final String APPEND =
            """
            insert into example_scores (county, id, mentor, example, example_version, scores, vetoed, scored_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing returning id
            """;

    private static final TypeReference<Map<String, Integer>> LEVELS = new TypeReference<>() {};

    /** Apart from the API's JSON, so that a change there never touches what is stored. */
    private static final ObjectMapper JSON = new JsonMapper();

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    ExampleScoreTable(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** @param name of the mentor */
    record Named(String name, ExampleScores scores) {}

    /** A criterion for which an example in that version has its score. */
    record Wanted(String example, String version, String criterion) {}

    List<ExampleScores> of(UUID mentor) {
        return reads.rows(ALL + " and s.mentor = ?" + BY_NAME, ExampleScoreTable::scores, county.id(), mentor);
    }

    /** Of all mentors, by their names. */
    List<Named> all() {
        return reads.rows(ALL + BY_NAME, row -> new Named(row.getString("name"), scores(row)), county.id());
    }

    /**
     * A part of them, by their mentors' names.
     *
     * @param wanted those with a score for one of these
     * @param mentor those of this one alone
     * @param after the id of the last one of the page before
     */
    List<Named> page(List<Wanted> wanted, Optional<UUID> mentor, Optional<UUID> after, int most) {
        List<Object> parameters = new ArrayList<>(List.of(
                county.id(),
                wanted.stream().map(Wanted::example).toList(),
                wanted.stream().map(Wanted::version).toList(),
                wanted.stream().map(Wanted::criterion).toList()));
        mentor.ifPresent(parameters::add);
        after.ifPresent(parameters::add);
        String select = ALL + WANTED
                + mentor.map(any -> " and s.mentor = ?").orElse("")
                + after.map(any -> AFTER).orElse("")
                + BY_NAME + " limit " + most;
        return reads.rows(select, row -> new Named(row.getString("name"), scores(row)), parameters.toArray());
    }

    /** Whether it was appended: the first answer stays. */
    boolean append(ExampleScores scores) {
        return !writes.returning(
                        APPEND,
                        row -> row.getObject(1),
                        county.id(),
                        scores.id(),
                        scores.mentor(),
                        scores.example(),
                        scores.version(),
                        written(scores.levels()),
                        scores.vetoed(),
                        scores.at())
                .isEmpty();
    }

    private static ExampleScores scores(ResultSet row) throws SQLException {
        return new ExampleScores(
                row.getObject("id", UUID.class),
                row.getObject("mentor", UUID.class),
                row.getString("example"),
                row.getString("example_version"),
                read(row.getString("scores")),
                row.getBoolean("vetoed"),
                Jdbc.instant(row, "scored_at"));
    }

    private static Map<String, Integer> read(String levels) {
        try {
            return JSON.readValue(levels, LEVELS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Stored scores cannot be read", unreadable);
        }
    }

    private static String written(Map<String, Integer> levels) {
        try {
            return JSON.writeValueAsString(levels);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
