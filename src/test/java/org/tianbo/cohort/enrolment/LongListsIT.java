package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.SentStatements;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * Lists that a county or a class can grow are read a page at a time, each line once, and counted by the database. Needs
 * the statements that are really sent.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LongListsIT {

    private static final String COUNTY = "long-county";
    private static final int PEOPLE = 230;
    private static final int PAGE = 100;
    private static final int QUEUE_PAGE = 50;

    /** More than one page of any list. */
    private static final int FEW = 101;

    /** A look that only one of two pages needs. */
    private static final int SLACK = 2;

    private static final String OFFICER = "long-officer";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final UUID CLASS = new UUID(7, 7);

    private static final Pattern NEXT = Pattern.compile("class=\"next-page\"><a class=\"button\" href=\"([^\"]+)\"");
    private static final Pattern CLASSES = Pattern.compile("<th scope=\"row\"><a href=\"/cohorts/([-0-9a-f]{36})\"");
    private static final Pattern BOXES =
            Pattern.compile("type=\"checkbox\" name=\"trainee\" value=\"([-0-9a-f]{36})\"");
    private static final Pattern REVIEWS = Pattern.compile("<td><a href=\"/mentoring/([-0-9a-f]{36})\"");

    @Inject
    Newcomers newcomers;

    @Inject
    SentStatements sent;

    private String mentorsLogin;
    private UUID mentor;

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

    @Test
    void classes() throws SQLException {
        classes(1, FEW);
        Cost few = cost(OFFICER, "/cohorts");
        classes(FEW + 1, PEOPLE);

        cost(OFFICER, "/cohorts").isNotMoreThan(few);
        List<UUID> found = walk(OFFICER, "/cohorts", CLASSES);
        assertThat(found).hasSize(PEOPLE + 1).doesNotHaveDuplicates().startsWith(CLASS);

        List<String> ids = new ArrayList<>();
        Response list = Tokens.as(OFFICER).get("/api/cohorts?limit=90");
        while (ids.addAll(list.jsonPath().getList("id")) && list.header("Link") != null) {
            list = Tokens.as(OFFICER).get(list.header("Link").replaceAll("<(.*)>.*", "$1"));
        }
        assertThat(ids).isEqualTo(found.stream().map(UUID::toString).toList());
    }

    @Test
    void cardsOfAClassThoseWithoutOneFirst() throws SQLException {
        String cards = "/cohorts/" + CLASS + "/cards";
        enrolled(1, FEW);
        Cost few = cost(OFFICER, cards);
        enrolled(FEW + 1, PEOPLE);
        each(
                "cards (county, id, person, login, issued_by, issued_at)",
                "gen_random_uuid(), " + person() + ", 'l', " + person() + ", now()",
                1,
                110);

        cost(OFFICER, cards).isNotMoreThan(few);
        assertThat(walk(OFFICER, cards, BOXES)).isEqualTo(people(111, PEOPLE, 1, 110));
        String first = page(OFFICER, cards);
        assertThat(first).contains("230 people", "120");
        assertThat(first.split(" checked", -1))
                .as("as many as are made at once")
                .hasSize(41);
        assertThat(page(OFFICER, next(first))).doesNotContain(" checked");
    }

    @Test
    void mentorsOfAClass() throws SQLException {
        String mentors = "/cohorts/" + CLASS + "/mentors";
        enrolled(1, FEW);
        mentored(1, FEW);
        Cost few = cost(OFFICER, mentors);
        enrolled(FEW + 1, PEOPLE);
        mentored(FEW + 1, 110);

        cost(OFFICER, mentors).isNotMoreThan(few);
        assertThat(walk(OFFICER, mentors, BOXES)).isEqualTo(people(1, PEOPLE));
        assertThat(walk(OFFICER, mentors + "?without=true", BOXES)).isEqualTo(people(111, PEOPLE));
        assertThat(walk(OFFICER, mentors + "?of=" + mentor, BOXES)).isEqualTo(people(1, 110));
        assertThat(page(OFFICER, "/cohorts/" + CLASS))
                .contains("/mentors?without=true")
                .contains("120");
    }

    @Test
    void reviewsOverdue() throws SQLException {
        enrolled(1, 20);
        waiting(1, FEW);
        Cost few = cost(OFFICER, "/cohorts/overdue");
        waiting(FEW + 1, PEOPLE);

        cost(OFFICER, "/cohorts/overdue").isNotMoreThan(few);
        assertThat(walk(OFFICER, "/cohorts/overdue", REVIEWS)).isEqualTo(people(1, PEOPLE));
        assertThat(walk(OFFICER, "/cohorts/overdue?cohort=" + CLASS, REVIEWS)).isEqualTo(people(1, 20));
        assertThat(page(OFFICER, "/cohorts/overdue")).contains("<span class=\"tag bad\">230</span>");
        assertThat(page(OFFICER, "/cohorts/overdue?cohort=" + CLASS)).contains("<span class=\"tag bad\">20</span>");
    }

    @Test
    void theQueueOfAMentor() throws SQLException {
        mentored(1, PEOPLE - 10);
        waiting(1, FEW);
        Cost few = cost(mentorsLogin, "/mentoring");
        waiting(FEW + 1, PEOPLE);

        cost(mentorsLogin, "/mentoring").isNotMoreThan(few);
        assertThat(walk(mentorsLogin, "/mentoring", REVIEWS)).isEqualTo(people(1, PEOPLE - 10));
        assertThat(page(mentorsLogin, "/mentoring").split("<th scope=\"row\">", -1))
                .hasSize(QUEUE_PAGE + 1);
    }

    /** What it takes to draw a page. */
    private record Cost(long statements, long entities) {

        void isNotMoreThan(Cost few) {
            assertThat(statements).isLessThanOrEqualTo(few.statements + SLACK);
            assertThat(entities).isLessThanOrEqualTo(few.entities);
        }
    }

    private Cost cost(String login, String address) {
        page(login, address);
        return new Cost(
                sent.count(Statistics::getPrepareStatementCount, () -> page(login, address)),
                sent.count(Statistics::getEntityLoadCount, () -> page(login, address)));
    }

    /** What is listed on all pages of a list. */
    private static List<UUID> walk(String login, String address, Pattern line) {
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

    private static UUID id(String text) {
        Matcher id = Pattern.compile("[-0-9a-f]{36}").matcher(text);
        assertThat(id.find()).isTrue();
        return UUID.fromString(id.group());
    }

    private static String next(String page) {
        Matcher next = NEXT.matcher(page);
        return next.find() ? next.group(1).replace("&amp;", "&") : null;
    }

    private static String page(String login, String address) {
        return Tokens.as(login)
                .accept("text/html")
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void classes(int from, int through) throws SQLException {
        each(
                "cohorts (county, id, name, starts_on, ends_on, opened_at)",
                person() + ", 'class ' || n, date '2026-01-01' + n / 7, date '2029-01-01', now()",
                from,
                through);
    }

    private void enrolled(int from, int through) throws SQLException {
        each(
                "enrolments (county, id, cohort, trainee, consent, enrolled_at)",
                "gen_random_uuid(), '" + CLASS + "', " + person() + ", 'paper', now()",
                from,
                through);
    }

    private void mentored(int from, int through) throws SQLException {
        each(
                "mentorships (county, id, mentor, trainee)",
                "gen_random_uuid(), '" + mentor + "', " + person(),
                from,
                through);
    }

    /** Handed in one after the other, some at the same time, and told of as overdue. */
    private void waiting(int from, int through) throws SQLException {
        each(
                "reviews (county, id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, "
                        + "draft, version)",
                person() + ", " + person() + ", " + person()
                        + ", 1, 't', 'product-loop', timestamp '2026-01-01' + n / 7 * interval '1 hour',"
                        + " timestamp '2026-01-02' + n / 7 * interval '1 hour', 'WAITING',"
                        + " '{\"marks\":{},\"compliance\":{\"broken\":false},\"moments\":[],\"keep\":[]}', 0",
                from,
                through);
        each(
                "overdue_notices (county, id, review, told_at)",
                "gen_random_uuid(), " + person() + ", now()",
                from,
                through);
    }

    private static String person() {
        return "lpad(to_hex(n), 32, '0')::uuid";
    }

    /** @param ranges from, through, and so on */
    private static List<UUID> people(int... ranges) {
        List<UUID> people = new ArrayList<>();
        for (int range = 0; range < ranges.length; range += 2) {
            IntStream.rangeClosed(ranges[range], ranges[range + 1])
                    .mapToObj(number -> new UUID(0, number))
                    .forEach(people::add);
        }
        return people;
    }

    private static void each(String table, String values, int from, int through) throws SQLException {
        as("insert into " + table + " select '" + COUNTY + "', " + values + " from generate_series(" + from + ", "
                + through + ") as n");
    }

    private static void as(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            statement.execute(sql);
        }
    }
}
