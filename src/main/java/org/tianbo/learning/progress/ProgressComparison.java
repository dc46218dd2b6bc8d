package org.tianbo.learning.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;
import org.tianbo.learning.progress.Journal.Completion;
import org.tianbo.learning.sync.RecordData;
import org.tianbo.learning.sync.RecordType;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.error.Fault;

/**
 * Compares the derived rows of many learners with what their phones reported, in three statements and without locks.
 * The records stream by: what is kept of them is a row per lesson.
 */
@ApplicationScoped
class ProgressComparison {

    private static final String RECORDS =
            """
            select person, type, at, data::text from sync_records
            where county = ? and person = any (?) and type in ('lesson.completed', 'quiz.submitted')
            order by person, received_at, at, id
            """;

    private static final String LESSONS =
            "select trainee, lesson, version, at from lessons_done where county = ? and trainee = any (?)";

    private static final String QUIZZES =
            """
            select trainee, lesson, tries, best, passed_at, last, last_at
            from quiz_results where county = ? and trainee = any (?)
            """;

    private static final int FETCHED_AT_ONCE = 2_000;

    private final DataSource database;
    private final ObjectMapper json;
    private final Curriculum curriculum;

    ProgressComparison(DataSource database, ObjectMapper json, Curriculum curriculum) {
        this.database = database;
        this.json = json;
        this.curriculum = curriculum;
    }

    /** The derived rows of a learner, as stored or as expected. */
    private record Derived(Map<String, Completion> lessons, Map<String, QuizTally> quizzes) {

        Derived() {
            this(new HashMap<>(), new HashMap<>());
        }
    }

    /** A learner's rows as they should be, while the records stream by. */
    private record Recount(Derived derived, QuizRounds rounds) {

        Recount() {
            this(new Derived(), new QuizRounds());
        }
    }

    /** Of one comparison: many learners tell the same of few lessons, and each is read and graded once. */
    private static final class Known {

        private final Map<String, RecordData> contents = new HashMap<>();
        private final Map<RecordData.OfQuiz, Quiz.Grade> grades = new HashMap<>();

        /** Where each person is asked something else, no two answers are alike and nothing is worth keeping. */
        Quiz.Grade grade(RecordData.OfQuiz quiz, UUID person, Curriculum curriculum) {
            return quiz.round() != null
                    ? quiz.grade(curriculum, person)
                    : grades.computeIfAbsent(quiz, whole -> whole.grade(curriculum, person));
        }
    }

    private interface EachRow {

        void of(ResultSet row) throws SQLException;
    }

    /**
     * Those whose derived rows are not what their records come to, and those whose records cannot be read. Call it in a
     * transaction.
     */
    Set<UUID> differing(String county, Collection<UUID> learners) {
        Map<UUID, Derived> stored = new HashMap<>();
        Map<UUID, Recount> expected = new HashMap<>();
        Set<UUID> differing = new HashSet<>();
        try (Connection connection = database.getConnection()) {
            forEach(connection, LESSONS, county, learners, row -> of(stored, row)
                    .lessons()
                    .put(
                            row.getString("lesson"),
                            new Completion(
                                    row.getString("lesson"), row.getString("version"), Jdbc.instant(row, "at"))));
            forEach(connection, QUIZZES, county, learners, row -> of(stored, row)
                    .quizzes()
                    .put(
                            row.getString("lesson"),
                            new QuizTally(
                                    row.getInt("tries"),
                                    row.getInt("best"),
                                    Jdbc.instant(row, "passed_at"),
                                    row.getInt("last"),
                                    Jdbc.instant(row, "last_at"))));
            Known known = new Known();
            forEach(connection, RECORDS, county, learners, row -> {
                Recount learner = expected.computeIfAbsent(row.getObject(1, UUID.class), first -> new Recount());
                if (!add(learner, row, known)) {
                    differing.add(row.getObject(1, UUID.class));
                }
            });
        } catch (SQLException failed) {
            throw new IllegalStateException("The progress could not be compared", failed);
        }
        learners.stream()
                .filter(learner -> !stored.getOrDefault(learner, new Derived())
                        .equals(expected.getOrDefault(learner, new Recount()).derived()))
                .forEach(differing::add);
        return differing;
    }

    /** @return false when the record cannot be read */
    private boolean add(Recount learner, ResultSet row, Known known) throws SQLException {
        Instant at = Jdbc.instant(row, "at");
        try {
            RecordData content = content(row.getString("type"), row.getString("data"), known);
            if (content instanceof RecordData.OfQuiz quiz) {
                Quiz.Grade grade = known.grade(quiz, row.getObject("person", UUID.class), curriculum);
                learner.derived()
                        .quizzes()
                        .merge(
                                quiz.lesson(),
                                QuizTally.of(grade, at, learner.rounds().isFirst(quiz)),
                                QuizTally::with);
            } else if (content instanceof RecordData.OfLesson lesson) {
                learner.derived()
                        .lessons()
                        .merge(
                                lesson.lesson(),
                                new Completion(lesson.lesson(), lesson.version(), at),
                                Completion::earlier);
            }
            return true;
        } catch (Fault unreadable) {
            return false;
        }
    }

    private RecordData content(String type, String data, Known known) {
        String told = type + data;
        RecordData content = known.contents.get(told);
        if (content == null) {
            content = read(type, data);
            if (!(content instanceof RecordData.OfQuiz quiz) || quiz.round() == null) {
                known.contents.put(told, content);
            }
        }
        return content;
    }

    private RecordData read(String type, String data) {
        try {
            return RecordType.of(type).read(json.readTree(data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL keeps only JSON in jsonb", impossible);
        }
    }

    private static void forEach(
            Connection connection, String query, String county, Collection<UUID> learners, EachRow work)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setString(1, county);
            select.setArray(2, Jdbc.array(connection, "uuid", learners, learner -> learner));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    work.of(rows);
                }
            }
        }
    }

    private static Derived of(Map<UUID, Derived> learners, ResultSet row) throws SQLException {
        return learners.computeIfAbsent(row.getObject(1, UUID.class), first -> new Derived());
    }
}
