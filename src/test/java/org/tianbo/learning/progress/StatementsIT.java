package org.tianbo.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.people.Mentorships;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * How often the database is asked does not grow with how many things are asked about. Needs the statements that are
 * really sent.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class StatementsIT {

    private static final String COUNTY = "counted-county";
    private static final int FEW = 2;
    private static final int MANY = 40;

    /** A batch that is cut in two, a look that only the second of two needs. */
    private static final int SLACK = 2;

    private static final Pattern NEXT_CERTIFICATES = Pattern.compile("href=\"(/certification\\?issued=[-0-9a-f]+)\"");

    @Inject
    Newcomers newcomers;

    @Inject
    PhoneRecords phones;

    @Inject
    Curriculum curriculum;

    @Inject
    Mentorships mentorships;

    @Inject
    CurrentCounty county;

    @Inject
    EntityManager entities;

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

    @Test
    void anEveningOfRecordsIsTakenLikeOneOfTwo() {
        List<LessonSummary> lessons = curriculum.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .toList();
        String warm = joined("counted-warm", Roles.TRAINEE);
        String few = joined("counted-few", Roles.TRAINEE);
        String many = joined("counted-many", Roles.TRAINEE);
        phones.send(warm, call(lessons, FEW));

        long fewer = statements(() -> phones.send(few, call(lessons, FEW)));

        assertThat(statements(() -> phones.send(many, call(lessons, MANY)))).isLessThanOrEqualTo(fewer + SLACK);
    }

    @Test
    void aMentorIsGivenFortyTraineesAsTwo() {
        UUID mentor = newcomers.join(COUNTY, "counted-mentor", Roles.MENTOR);
        long fewer = statements(() -> give(mentor, 1, FEW));

        assertThat(statements(() -> give(mentor, FEW + 1, FEW + MANY))).isLessThanOrEqualTo(fewer + SLACK);
    }

    @Test
    void theListOfThoseReadyForACertificateIsReadLikeOneOfTwo() throws SQLException {
        String officer = joined("counted-officer", Roles.OFFICER);
        ready(1, FEW);
        page(officer, "/certification");
        long fewer = statements(() -> page(officer, "/certification"));
        ready(FEW + 1, MANY);

        assertThat(statements(() -> page(officer, "/certification"))).isLessThanOrEqualTo(fewer + SLACK);
    }

    @Test
    void certificatesGivenAreReadAPageAtATime() throws SQLException {
        String officer = joined("counted-officer", Roles.OFFICER);
        certified(1, FEW + MANY);
        certified(1, FEW + MANY);

        String first =
                Tokens.as(officer).accept("text/html").get("/certification").asString();
        Matcher next = NEXT_CERTIFICATES.matcher(first);
        assertThat(next.find()).isTrue();
        String second = Tokens.as(officer)
                .accept("text/html")
                .get(next.group(1))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(serials(first)).hasSize(50);
        assertThat(serials(second)).hasSize(2 * (FEW + MANY) - 50).doesNotContainAnyElementsOf(serials(first));
        assertThat(NEXT_CERTIFICATES.matcher(second).find()).isFalse();
    }

    @Test
    void aClassPageReadsNoMoreOfALargeClass() throws SQLException {
        String officer = joined("counted-officer", Roles.OFFICER);
        UUID cohort = UUID.nameUUIDFromBytes("counted class".getBytes(StandardCharsets.UTF_8));
        as(("insert into cohorts (county, id, name, starts_on, ends_on, opened_at) values ('%s', '%s', 'c', "
                        + "now(), now(), now())")
                .formatted(COUNTY, cohort));
        idle(cohort, 1, 6);
        page(officer, "/cohorts/" + cohort);
        long fewer = loaded(() -> page(officer, "/cohorts/" + cohort));
        long fewerStatements = statements(() -> page(officer, "/cohorts/" + cohort));
        idle(cohort, 7, FEW + MANY);

        assertThat(loaded(() -> page(officer, "/cohorts/" + cohort))).isEqualTo(fewer);
        assertThat(statements(() -> page(officer, "/cohorts/" + cohort))).isLessThanOrEqualTo(fewerStatements + SLACK);
        List<String> ids = new ArrayList<>();
        Response list = Tokens.as(officer).get("/api/cohorts/" + cohort + "/trainees?stalledDays=14&limit=15");
        while (ids.addAll(list.jsonPath().getList("id")) && list.header("Link") != null) {
            list = Tokens.as(officer).get(list.header("Link").replaceAll("<(.*)>.*", "$1"));
        }
        assertThat(ids).hasSize(FEW + MANY).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void homeIsDrawnLikeThatOfABeginner() throws SQLException {
        String trainee = joined("counted-home", Roles.TRAINEE);
        UUID person = UUID.fromString(Tokens.as(trainee).get("/api/me").path("id"));
        rehearsals(person, 1, FEW);
        page(trainee, "/");
        long fewer = statements(() -> page(trainee, "/"));
        rehearsals(person, FEW + 1, MANY);

        assertThat(statements(() -> page(trainee, "/"))).isLessThanOrEqualTo(fewer + SLACK);
    }

    private String joined(String login, String role) {
        newcomers.join(COUNTY, login, role);
        return login;
    }

    private ObjectNode call(List<LessonSummary> lessons, int records) {
        return phones.call(lessons.stream()
                .limit(records)
                .map(lesson -> phones.completed(Ids.next(), lesson.slug(), phones.now()))
                .toArray(ObjectNode[]::new));
    }

    private void give(UUID mentor, int from, int through) {
        List<UUID> trainees = IntStream.rangeClosed(from, through)
                .mapToObj(StatementsIT::person)
                .toList();
        county.run(COUNTY, () -> mentorships.assign(trainees, mentor, mentor));
    }

    private static UUID person(int number) {
        return UUID.nameUUIDFromBytes(("counted" + number).getBytes(StandardCharsets.UTF_8));
    }

    private static void ready(int from, int through) throws SQLException {
        each(
                from,
                through,
                number -> ("insert into readiness (county, trainee, reviews, mark, ready_at) values ('%s', '%s', 1, "
                                + "70, now())")
                        .formatted(COUNTY, person(number)));
    }

    private static void certified(int from, int through) throws SQLException {
        each(
                from,
                through,
                number -> ("insert into certificates (county, id, trainee, serial, issued_by, issued_at) values ('%s', "
                                + "'%s', '%s', '%s', '%s', now())")
                        .formatted(COUNTY, Ids.next(), person(number), "S" + Ids.next(), person(number)));
    }

    private static Set<String> serials(String page) {
        return Pattern.compile("/certificates/(S[-0-9a-f]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Of a class since long ago, with a stage more than that. */
    private static void idle(UUID cohort, int from, int through) throws SQLException {
        each(
                from,
                through,
                number -> ("insert into enrolments (county, id, cohort, trainee, consent, enrolled_at, last_active_at) "
                                + "values ('%s', '%s', '%s', '%s', 'paper', now() - interval '40 days', now() - "
                                + "interval '30 days')")
                        .formatted(COUNTY, Ids.next(), cohort, person(number)));
        for (String stage : List.of("ENROLLED", "LEARNING")) {
            each(
                    from,
                    through,
                    number -> ("insert into milestones (county, id, cohort, trainee, stage, ordinal, change, at, "
                                    + "recorded_at, evidence_kind, evidence_ref) values ('%s', '%s', '%s', '%s', "
                                    + "'%s', 1, 'REACHED', now(), now(), 'NOTE', '')")
                            .formatted(COUNTY, Ids.next(), cohort, person(number), stage));
        }
    }

    private static void rehearsals(UUID trainee, int from, int through) throws SQLException {
        as("insert into attempts (county, id, trainee, title, format, products, state, created_at, marks, version)"
                + " select '" + COUNTY + "', md5('rehearsal' || n)::uuid, '" + trainee
                + "', 't', 'product-loop', '[]', 'reviewed', now(), '[]', 0 from generate_series(" + from + ", "
                + through
                + ") as n");
        as("insert into reviews (county, id, trainee, attempt, attempt_no, title, format, submitted_at, "
                + "due_at, state, mentor,"
                + " rubric_version, draft, score, published_at, version) select '" + COUNTY
                + "', gen_random_uuid(), '" + trainee
                + "', md5('rehearsal' || n)::uuid, n, 't', 'product-loop', now(), now(),"
                + " 'PUBLISHED', '" + trainee + "', 'r', '{}', 80, now(), 0 from generate_series(" + from + ", "
                + through
                + ") as n");
    }

    private static void page(String login, String address) {
        Tokens.as(login).accept("text/html").get(address).then().statusCode(200);
    }

    private long statements(Runnable work) {
        return counted(Statistics::getPrepareStatementCount, work);
    }

    private long loaded(Runnable work) {
        return counted(Statistics::getEntityLoadCount, work);
    }

    private long counted(ToLongFunction<Statistics> count, Runnable work) {
        Statistics statistics =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            long before = count.applyAsLong(statistics);
            work.run();
            return count.applyAsLong(statistics) - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    /** On one connection: each costs a process of the server. */
    private static void each(int from, int through, IntFunction<String> sql) throws SQLException {
        as(IntStream.rangeClosed(from, through).mapToObj(sql).collect(Collectors.joining(";")));
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
