package org.tianbo.learning.progress;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.SentStatements;

/** A county of the test's own, in which the statements that are sent are counted. */
abstract class CountedCounty {

    static final String COUNTY = "counted-county";
    static final int FEW = 2;
    static final int MANY = 40;

    /** A batch that is cut in two, a look that only the second of two needs. */
    static final int SLACK = 2;

    @Inject
    Newcomers newcomers;

    @Inject
    SentStatements sent;

    @BeforeEach
    void aCountyOfTheTestsOwn() throws SQLException {
        as("insert into counties values ('%s', '数县', 'Counted') on conflict do nothing".formatted(COUNTY));
        each(
                1,
                FEW + MANY,
                number -> ("insert into people (county, id, login, name, created_at) values ('%s', '%s', 'counted-%d', "
                                + "'name', now())")
                        .formatted(COUNTY, person(number), number));
    }

    @AfterEach
    void remove() throws SQLException {
        try (Connection owner = DatabaseOwner.connection()) {
            DatabaseOwner.removeCounty(owner, COUNTY);
        }
    }

    String joined(String login, String role) {
        newcomers.join(COUNTY, login, role);
        return login;
    }

    static UUID person(int number) {
        return UUID.nameUUIDFromBytes(("counted" + number).getBytes(StandardCharsets.UTF_8));
    }

    static void page(String login, String address) {
        Tokens.as(login).accept("text/html").get(address).then().statusCode(200);
    }

    long statements(Runnable work) {
        return counted(Statistics::getPrepareStatementCount, work);
    }

    long counted(ToLongFunction<Statistics> count, Runnable work) {
        return sent.count(count, work);
    }

    /** On one connection: each costs a process of the server. */
    static void each(int from, int through, IntFunction<String> sql) throws SQLException {
        as(IntStream.rangeClosed(from, through).mapToObj(sql).collect(Collectors.joining(";")));
    }

    static void as(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            statement.execute(sql);
        }
    }
}
