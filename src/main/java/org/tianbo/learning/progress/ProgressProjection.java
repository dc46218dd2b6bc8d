package org.tianbo.learning.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;
import org.tianbo.learning.progress.Journal.Completion;
import org.tianbo.learning.sync.RecordData;
import org.tianbo.learning.sync.RecordType;
import org.tianbo.learning.sync.Sender;
import org.tianbo.platform.data.Jdbc;

/** The rows behind {@link ProgressReconciliation}: as they are, as they should be, and put right. */
@ApplicationScoped
class ProgressProjection {

    private static final String LESSONS =
            "select lesson, version, at from lessons_done where county = ? and trainee = ? for update";

    private static final String QUIZZES =
            """
            select lesson, tries, best, passed_at, last, last_at
            from quiz_results where county = ? and trainee = ? for update
            """;

    private static final String RECORDS =
            "select id, at, data::text from sync_records where county = ? and person = ? and type = ?"
                    + " order by received_at, at, id";

    private static final String PUT_LESSON =
            """
            insert into lessons_done (county, trainee, lesson, version, at) values (?, ?, ?, ?, ?)
            on conflict (county, trainee, lesson) do update set version = excluded.version, at = excluded.at
            """;

    private static final String PUT_QUIZ =
            """
            insert into quiz_results (county, trainee, lesson, tries, best, passed_at, last, last_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (county, trainee, lesson) do update set tries = excluded.tries, best = excluded.best,
                passed_at = excluded.passed_at, last = excluded.last, last_at = excluded.last_at
            """;

    private final DataSource database;
    private final ObjectMapper json;

    ProgressProjection(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Map<String, Completion> lockedLessons(Sender learner) {
        return with(connection -> {
            Map<String, Completion> lessons = new HashMap<>();
            try (PreparedStatement select = of(connection, LESSONS, learner);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String lesson = rows.getString("lesson");
                    lessons.put(lesson, new Completion(lesson, rows.getString("version"), Jdbc.instant(rows, "at")));
                }
            }
            return lessons;
        });
    }

    Map<String, QuizTally> lockedQuizzes(Sender learner) {
        return with(connection -> {
            Map<String, QuizTally> quizzes = new HashMap<>();
            try (PreparedStatement select = of(connection, QUIZZES, learner);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    quizzes.put(
                            rows.getString("lesson"),
                            new QuizTally(
                                    rows.getInt("tries"),
                                    rows.getInt("best"),
                                    Jdbc.instant(rows, "passed_at"),
                                    rows.getInt("last"),
                                    Jdbc.instant(rows, "last_at")));
                }
            }
            return quizzes;
        });
    }

    /** The earliest completion of each lesson. */
    Map<String, Completion> expectedLessons(Sender learner) {
        Map<String, Completion> lessons = new HashMap<>();
        records(learner, RecordType.LESSON_COMPLETED).forEach(storedRecord -> {
            RecordData.OfLesson lesson = (RecordData.OfLesson) storedRecord.data();
            lessons.merge(
                    lesson.lesson(),
                    new Completion(lesson.lesson(), lesson.version(), storedRecord.at()),
                    Completion::earlier);
        });
        return lessons;
    }

    /** What all answers to each quiz come to. */
    Map<String, QuizTally> expectedQuizzes(Sender learner, Curriculum curriculum) {
        return expectedQuizzes(learner, curriculum, lesson -> true, new HashSet<>());
    }

    /**
     * Works out anew what came of quizzes that were answered more than once. The caller holds their rows, so that
     * whoever appends to them waits.
     *
     * @return ids of the answers to a round that was answered before: they pass nothing
     */
    Set<UUID> recount(Sender learner, Set<String> lessons, Curriculum curriculum) {
        Set<UUID> repeated = new HashSet<>();
        mendQuizzes(learner, Map.of(), expectedQuizzes(learner, curriculum, lessons::contains, repeated));
        return repeated;
    }

    private Map<String, QuizTally> expectedQuizzes(
            Sender learner, Curriculum curriculum, Predicate<String> asked, Set<UUID> repeated) {
        Map<String, QuizTally> quizzes = new HashMap<>();
        QuizRounds rounds = new QuizRounds();
        records(learner, RecordType.QUIZ_SUBMITTED).forEach(storedRecord -> {
            RecordData.OfQuiz quiz = (RecordData.OfQuiz) storedRecord.data();
            if (asked.test(quiz.lesson())) {
                Quiz.Grade grade = quiz.grade(curriculum, learner.person());
                boolean first = rounds.isFirst(quiz);
                if (!first) {
                    repeated.add(storedRecord.id());
                }
                quizzes.merge(quiz.lesson(), QuizTally.of(grade, storedRecord.at(), first), QuizTally::with);
            }
        });
        return quizzes;
    }

    /** @return how many rows differed */
    int mendLessons(Sender learner, Map<String, Completion> stored, Map<String, Completion> expected) {
        return mend(learner, "lessons_done", PUT_LESSON, stored, expected, (put, lesson) -> {
            put.setString(4, lesson.version());
            put.setObject(5, time(lesson.at()));
        });
    }

    /** @return how many rows differed */
    int mendQuizzes(Sender learner, Map<String, QuizTally> stored, Map<String, QuizTally> expected) {
        return mend(learner, "quiz_results", PUT_QUIZ, stored, expected, (put, tally) -> {
            put.setInt(4, tally.tries());
            put.setInt(5, tally.best());
            put.setObject(6, time(tally.passedAt()));
            put.setInt(7, tally.last());
            put.setObject(8, time(tally.lastAt()));
        });
    }

    private interface Columns<T> {

        void into(PreparedStatement put, T row) throws SQLException;
    }

    private <T> int mend(
            Sender learner,
            String table,
            String put,
            Map<String, T> stored,
            Map<String, T> expected,
            Columns<T> columns) {
        Set<String> invented = new HashSet<>(stored.keySet());
        invented.removeAll(expected.keySet());
        Map<String, T> wrong = new HashMap<>(expected);
        wrong.entrySet().removeIf(row -> row.getValue().equals(stored.get(row.getKey())));
        return with(connection -> {
            for (String lesson : invented) {
                String delete = "delete from " + table + " where county = ? and trainee = ? and lesson = ?";
                try (PreparedStatement gone = of(connection, delete, learner)) {
                    gone.setString(3, lesson);
                    gone.executeUpdate();
                }
            }
            for (Map.Entry<String, T> row : wrong.entrySet()) {
                try (PreparedStatement right = of(connection, put, learner)) {
                    right.setString(3, row.getKey());
                    columns.into(right, row.getValue());
                    right.executeUpdate();
                }
            }
            return invented.size() + wrong.size();
        });
    }

    private record StoredRecord(UUID id, Instant at, RecordData data) {}

    private List<StoredRecord> records(Sender learner, RecordType type) {
        return with(connection -> {
            List<StoredRecord> records = new ArrayList<>();
            try (PreparedStatement select = of(connection, RECORDS, learner)) {
                select.setString(3, type.wire());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        records.add(new StoredRecord(
                                rows.getObject("id", UUID.class),
                                Jdbc.instant(rows, "at"),
                                type.read(json.readTree(rows.getString("data")))));
                    }
                }
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("PostgreSQL keeps only JSON in jsonb", impossible);
            }
            return records;
        });
    }

    private <T> T with(Jdbc.Work<Connection, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("The progress could not be compared", failed);
        }
    }

    private static PreparedStatement of(Connection connection, String statement, Sender learner) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        prepared.setString(1, learner.county());
        prepared.setObject(2, learner.person());
        return prepared;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
