package org.tianbo.learning.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.tianbo.learning.progress.Journal.Completion;
import org.tianbo.learning.sync.Sender;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;

/** Where trainees stand, lesson by lesson: derived rows, written and read set by set. */
@ApplicationScoped
class LessonProgressTable {

    private static final String COMPLETE =
            """
            insert into lessons_done (county, trainee, lesson, version, at)
            select ?, ?, lesson, version, at
            from unnest(?::text[], ?::text[], ?::timestamptz[]) as reported (lesson, version, at)
            on conflict do nothing
            returning lesson
            """;

    /** A phone that was offline may tell later of an earlier time. */
    private static final String CORRECT =
            """
            update lessons_done done set version = reported.version, at = reported.at
            from unnest(?::text[], ?::text[], ?::timestamptz[]) as reported (lesson, version, at)
            where done.county = ? and done.trainee = ? and done.lesson = reported.lesson and reported.at < done.at
            """;

    private static final String TALLY =
            """
            insert into quiz_results as kept (county, trainee, lesson, tries, best, passed_at, last, last_at)
            select ?, ?, reported.*
            from unnest(?::text[], ?::int[], ?::int[], ?::timestamptz[], ?::int[], ?::timestamptz[]) as reported
            on conflict (county, trainee, lesson) do update set
                tries = kept.tries + excluded.tries,
                best = greatest(kept.best, excluded.best),
                passed_at = least(kept.passed_at, excluded.passed_at),
                last = case when (excluded.last_at, excluded.last) > (kept.last_at, kept.last)
                    then excluded.last else kept.last end,
                last_at = greatest(kept.last_at, excluded.last_at)
            returning lesson, tries
            """;

    private static final String OF_TRAINEES =
            """
            select trainee, lesson, at as done_at, null::int as best, null::timestamptz as passed_at, null as path
            from lessons_done where county = ? and trainee = any (?)
            union all
            select trainee, lesson, null, best, passed_at, null
            from quiz_results where county = ? and trainee = any (?)
            union all
            (select distinct on (person) person, null, null, null, null, coalesce(data ->> 'path', '')
            from sync_records where county = ? and person = any (?) and type = 'path.chosen'
            order by person, least(at, received_at) desc, id desc)
            """;

    /** Of one trainee by single values, for which PostgreSQL keeps its plan; for an array it plans anew each time. */
    private static final String OF_TRAINEE =
            """
            select lesson, at as done_at, null::int as best, null::timestamptz as passed_at, null as path
            from lessons_done where county = ? and trainee = ?
            union all
            select lesson, null, best, passed_at, null
            from quiz_results where county = ? and trainee = ?
            union all
            (select null, null, null, null, coalesce(data ->> 'path', '')
            from sync_records where county = ? and person = ? and type = 'path.chosen'
            order by least(at, received_at) desc, id desc limit 1)
            """;

    /**
     * @param lessons all that was ever finished or answered, by lesson
     * @param path id of the one that was chosen last; empty for none
     */
    record Learned(Map<String, LessonProgress> lessons, String path) {

        static final Learned NOTHING = new Learned(Map.of(), "");

        private static Learned of(List<Row> rows) {
            Map<String, LessonProgress> lessons = new HashMap<>();
            rows.stream()
                    .filter(row -> row.lesson() != null)
                    .forEach(row -> lessons.merge(row.lesson(), row.progress(), LessonProgress::with));
            return new Learned(
                    lessons,
                    rows.stream()
                            .filter(row -> row.lesson() == null)
                            .map(Row::path)
                            .findFirst()
                            .orElse(""));
        }
    }

    /** @param lesson null for the path */
    private record Row(String lesson, LessonProgress progress, String path) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("lesson"),
                    new LessonProgress(
                            Jdbc.instant(row, "done_at"),
                            row.getObject("best", Integer.class),
                            Jdbc.instant(row, "passed_at")),
                    row.getString("path"));
        }
    }

    private static final String DONE_AT = "select at from lessons_done where county = ? and trainee = ? and lesson = ?";

    private final DataSource database;
    private final CountyReads reads;

    LessonProgressTable(DataSource database, CountyReads reads) {
        this.database = database;
        this.reads = reads;
    }

    /** @return lessons finished for the first time */
    Set<String> complete(Sender sender, List<Completion> completions) {
        try (Connection connection = database.getConnection()) {
            Set<String> first = insert(connection, sender, completions);
            if (first.size() < completions.size()) {
                correct(connection, sender, completions);
            }
            return first;
        } catch (SQLException failed) {
            throw new IllegalStateException("The lessons done could not be kept", failed);
        }
    }

    /**
     * Keeps the rows until the transaction ends.
     *
     * @param byLesson by lesson, in an order that is the same for everybody
     * @return lessons that have been answered more than once by now
     */
    Set<String> tally(Sender sender, Map<String, QuizTally> byLesson) {
        Collection<QuizTally> tallies = byLesson.values();
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(TALLY)) {
            upsert.setString(1, sender.county());
            upsert.setObject(2, sender.person());
            upsert.setArray(3, Jdbc.array(connection, "text", byLesson.keySet(), lesson -> lesson));
            upsert.setArray(4, Jdbc.array(connection, "int4", tallies, QuizTally::tries));
            upsert.setArray(5, Jdbc.array(connection, "int4", tallies, QuizTally::best));
            upsert.setArray(6, Jdbc.array(connection, "timestamptz", tallies, tally -> text(tally.passedAt())));
            upsert.setArray(7, Jdbc.array(connection, "int4", tallies, QuizTally::last));
            upsert.setArray(8, Jdbc.array(connection, "timestamptz", tallies, tally -> text(tally.lastAt())));
            Set<String> again = new HashSet<>();
            try (ResultSet rows = upsert.executeQuery()) {
                while (rows.next()) {
                    if (rows.getInt("tries") > 1) {
                        again.add(rows.getString("lesson"));
                    }
                }
            }
            return again;
        } catch (SQLException failed) {
            throw new IllegalStateException("The quiz results could not be kept", failed);
        }
    }

    /** One query. Whoever did nothing is absent. */
    Map<UUID, Learned> of(String county, Collection<UUID> trainees) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_TRAINEES)) {
            Array ids = Jdbc.array(connection, "uuid", trainees, UUID::toString);
            select.setString(1, county);
            select.setArray(2, ids);
            select.setString(3, county);
            select.setArray(4, ids);
            select.setString(5, county);
            select.setArray(6, ids);
            Map<UUID, List<Row>> read = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    read.computeIfAbsent(rows.getObject("trainee", UUID.class), first -> new ArrayList<>())
                            .add(Row.of(rows));
                }
            }
            Map<UUID, Learned> learned = new HashMap<>();
            read.forEach((trainee, rows) -> learned.put(trainee, Learned.of(rows)));
            return learned;
        } catch (SQLException failed) {
            throw new IllegalStateException("The lessons done cannot be read", failed);
        }
    }

    Learned of(String county, UUID trainee) {
        return Learned.of(reads.rows(OF_TRAINEE, Row::of, county, trainee, county, trainee, county, trainee));
    }

    Optional<Instant> doneAt(String county, UUID trainee, String lesson) {
        return reads.rows(DONE_AT, row -> Jdbc.instant(row, "at"), county, trainee, lesson).stream()
                .findFirst();
    }

    private static Set<String> insert(Connection connection, Sender sender, List<Completion> completions)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(COMPLETE)) {
            insert.setString(1, sender.county());
            insert.setObject(2, sender.person());
            completions(connection, insert, 3, completions);
            Set<String> first = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    first.add(rows.getString(1));
                }
            }
            return first;
        }
    }

    private static void correct(Connection connection, Sender sender, List<Completion> completions)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CORRECT)) {
            completions(connection, update, 1, completions);
            update.setString(4, sender.county());
            update.setObject(5, sender.person());
            update.executeUpdate();
        }
    }

    private static void completions(
            Connection connection, PreparedStatement into, int from, List<Completion> completions) throws SQLException {
        into.setArray(from, Jdbc.array(connection, "text", completions, Completion::lesson));
        into.setArray(from + 1, Jdbc.array(connection, "text", completions, Completion::version));
        into.setArray(from + 2, Jdbc.array(connection, "timestamptz", completions, one -> text(one.at())));
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
