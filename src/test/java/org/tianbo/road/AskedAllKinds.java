package org.tianbo.road;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.testsupport.DatabaseOwner;

/**
 * Somebody who is asked questions of every kind that the lessons have. Which ones are drawn depends on the person's id,
 * and whoever joins gets another one each time.
 */
final class AskedAllKinds {

    /** Of a moment in which nobody else joined. */
    private static final long LONG_AGO = 0x0190_0000_0000_7000L;

    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int MOST_TRIED = 100_000;

    private AskedAllKinds() {}

    /**
     * Becomes known to the county; an account is still to be made.
     *
     * @param quizzes by lesson
     */
    static void join(String county, String login, Map<String, Quiz> quizzes) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement theirs = owner.createStatement();
                PreparedStatement insert =
                        owner.prepareStatement("insert into people (county, id, login, name, created_at)"
                                + " values (?, ?, ?, ?, now()) on conflict do nothing")) {
            theirs.execute("set tianbo.county = '" + county + "'");
            insert.setString(1, county);
            insert.setObject(2, id(quizzes));
            insert.setString(3, login);
            insert.setString(4, login);
            insert.executeUpdate();
        }
    }

    private static UUID id(Map<String, Quiz> quizzes) {
        return LongStream.range(0, MOST_TRIED)
                .mapToObj(number -> new UUID(LONG_AGO, VARIANT + number))
                .filter(id -> quizzes.entrySet().stream()
                        .allMatch(quiz -> asksAll(quiz.getValue(), QuizOrder.of(id, quiz.getKey(), 0))))
                .findFirst()
                .orElseThrow();
    }

    private static boolean asksAll(Quiz quiz, QuizOrder order) {
        return kinds(quiz.drawn(order)).equals(kinds(quiz));
    }

    private static Set<Quiz.Kind> kinds(Quiz quiz) {
        return quiz.items().stream().map(Quiz.Item::kind).collect(Collectors.toSet());
    }
}
