package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.SentStatements;

/** A county with lists of several pages, and what reading them costs. */
abstract class LongCounty {

    static final String COUNTY = "long-county";
    static final int PEOPLE = 230;
    static final int PAGE = 100;

    /** More than one page of any list. */
    static final int FEW = 101;

    /** A look that only one of two pages needs. */
    static final int SLACK = 2;

    static final String OFFICER = "long-officer";
    static final AtomicInteger NUMBER = new AtomicInteger();
    static final UUID CLASS = new UUID(7, 7);

    static final Pattern NEXT = Pattern.compile("class=\"next-page\"><a class=\"button\" href=\"([^\"]+)\"");
    static final Pattern BOXES = Pattern.compile("type=\"checkbox\" name=\"trainee\" value=\"([-0-9a-f]{36})\"");

    @Inject
    Newcomers newcomers;

    @Inject
    SentStatements sent;

    String mentorsLogin;
    UUID mentor;

    @BeforeEach
    void aCountyOfTheTestsOwn() throws SQLException {
        as("insert into counties values ('%s', '长县', 'Long') on conflict do nothing".formatted(COUNTY));
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        mentorsLogin = "long-mentor-" + NUMBER.incrementAndGet();
        mentor = newcomers.join(COUNTY, mentorsLogin, Roles.MENTOR);
        each(
                "people (county, id, login, name, created_at)",
                person() + ", 'long-' || n, 'name ' || n, now()",
                1,
                PEOPLE);
        as(("insert into cohorts (county, id, name, starts_on, ends_on, opened_at) values ('%s', '%s', 'a "
                        + "class', '2030-01-01', '2030-02-01', now())")
                .formatted(COUNTY, CLASS));
    }

    @AfterEach
    void remove() throws SQLException {
        try (Connection owner = DatabaseOwner.connection()) {
            DatabaseOwner.removeCounty(owner, COUNTY);
        }
    }

    /** What it takes to draw a page. */
    record Cost(long statements, long entities) {

        void isNotMoreThan(Cost few) {
            assertThat(statements).isLessThanOrEqualTo(few.statements + SLACK);
            assertThat(entities).isLessThanOrEqualTo(few.entities);
        }
    }

    Cost cost(String login, String address) {
        page(login, address);
        return new Cost(
                sent.count(Statistics::getPrepareStatementCount, () -> page(login, address)),
                sent.count(Statistics::getEntityLoadCount, () -> page(login, address)));
    }

    /** What is listed on all pages of a list. */
    static List<UUID> walk(String login, String address, Pattern line) {
        List<UUID> found = new ArrayList<>();
        String next = address;
        while (next != null) {
            String page = page(login, next);
            List<UUID> lines = line.matcher(page)
                    .results()
                    .map(MatchResult::group)
                    .map(LongListsIT::id)
                    .toList();
            assertThat(lines).hasSizeBetween(1, PAGE);
            found.addAll(lines);
            next = next(page);
        }
        return found;
    }

    static UUID id(String text) {
        Matcher id = Pattern.compile("[-0-9a-f]{36}").matcher(text);
        assertThat(id.find()).isTrue();
        return UUID.fromString(id.group());
    }

    static String next(String page) {
        Matcher next = NEXT.matcher(page);
        return next.find() ? next.group(1).replace("&amp;", "&") : null;
    }

    static String page(String login, String address) {
        return Tokens.as(login)
                .accept("text/html")
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    void enrolled(int from, int through) throws SQLException {
        each(
                "enrolments (county, id, cohort, trainee, consent, enrolled_at)",
                "gen_random_uuid(), '" + CLASS + "', " + person() + ", 'paper', now()",
                from,
                through);
        as(OwnCounty.COUNTED.formatted(COUNTY, CLASS));
    }

    static String person() {
        return "lpad(to_hex(n), 32, '0')::uuid";
    }

    /** @param ranges from, through, and so on */
    static List<UUID> people(int... ranges) {
        List<UUID> people = new ArrayList<>();
        for (int range = 0; range < ranges.length; range += 2) {
            IntStream.rangeClosed(ranges[range], ranges[range + 1])
                    .mapToObj(number -> new UUID(0, number))
                    .forEach(people::add);
        }
        return people;
    }

    static void each(String table, String values, int from, int through) throws SQLException {
        as("insert into " + table + " select '" + COUNTY + "', " + values + " from generate_series(" + from + ", "
                + through + ") as n");
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
