package org.tianbo.cohort.page.search;

import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Tokens;

/** A county with five people, in two classes and two villages, who are easily mistaken for each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PeopleCounty {

    static final String COUNTY = "people-county";
    static final String OFFICER = "finds-people";
    static final String AUDITOR = "audits-people";
    static final UUID SPRING = new UUID(3, 1);
    static final UUID AUTUMN = new UUID(3, 2);
    static final UUID WILLOWS = new UUID(4, 1);
    static final Pattern LINE = Pattern.compile("<th scope=\"row\"><a href=\"/cohorts/[^\"]+\">([^<]+)</a>");
    static final Pattern NEXT = Pattern.compile("class=\"next-page\"><a class=\"button\" href=\"([^\"]+)\"");

    /** By number, from 1: name, phone, village, stage, days without doing anything, whether they left. */
    static final List<List<Object>> PEOPLE = List.of(
            List.of("张桂英", "13800005678", "柳树村", "LEARNING", 3, false),
            List.of("单雄信", "13800001234", "柳树村", "CERTIFIED", 20, false),
            List.of("解晓东", "13900005678", "石桥村", "ENROLLED", 40, false),
            List.of("仇英", "13700000001", "石桥村", "STEADY_12", 90, false),
            List.of("=1+张", "13600000002", "石桥村", "ENROLLED", 90, true));

    @Inject
    Newcomers newcomers;

    @Inject
    CurrentCounty county;

    @Inject
    @Any
    Instance<Job> jobs;

    UUID mentor;

    @BeforeAll
    void aCountyOfTheTestsOwn() throws SQLException {
        owner("insert into counties values ('%s', '人县', 'People') on conflict do nothing".formatted(COUNTY));
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, AUDITOR, Roles.AUDITOR);
        newcomers.join(COUNTY, "coordinates-people", Roles.COORDINATOR);
        mentor = newcomers.join(COUNTY, "mentors-people", Roles.MENTOR);
        add(
                "cohorts (county, id, name, starts_on, ends_on, opened_at)",
                SPRING,
                "'春季班', '2026-01-01', '2026-02-01', now()");
        add(
                "cohorts (county, id, name, starts_on, ends_on, opened_at)",
                AUTUMN,
                "'秋季班', '2026-08-01', '2026-09-01', now()");
        add("villages (county, id, town, name)", WILLOWS, "'凤鸣镇', '柳树村'");
        add("villages (county, id, town, name)", new UUID(4, 2), "'凤鸣镇', '石桥村'");
        for (int number = 1; number <= PEOPLE.size(); number++) {
            List<Object> person = PEOPLE.get(number - 1);
            add(
                    "people (county, id, login, name, mobile, village, created_at)",
                    person(number),
                    "'found-%d', '%s', '%s', (select id from villages where county = '%s' and name = '%s'), now()"
                            .formatted(number, person.get(0), person.get(1), COUNTY, person.get(2)));
            enrol(number, SPRING, number, person);
        }
        // Left the first class and came back to another one: listed once, in that.
        enrol(1, AUTUMN, 9, PEOPLE.get(0));
        owner("update enrolments set left_at = now(), left_reason = 'moved' where county = '%s' and id = '%s'"
                .formatted(COUNTY, new UUID(5, 1)));
        add("mentorships (county, id, mentor, trainee)", new UUID(6, 1), "'%s', '%s'".formatted(mentor, person(1)));
        add(
                "cards (county, id, person, login, issued_by, issued_at)",
                new UUID(6, 2),
                "'%s', 'found-2', '%s', now()".formatted(person(2), mentor));
        spell();
    }

    /** People who were there before readings were known get theirs by the job. */
    @ActivateRequestContext
    void spell() {
        Job check = jobs.stream()
                .filter(job -> job.name().equals("people.spelling-check"))
                .findFirst()
                .orElseThrow();
        county.run(COUNTY, () -> check.run(COUNTY));
    }

    @AfterAll
    void remove() throws SQLException {
        try (Connection owner = DatabaseOwner.connection()) {
            DatabaseOwner.removeCounty(owner, COUNTY);
        }
    }

    static List<String> names(String page) {
        return LINE.matcher(page).results().map(line -> line.group(1)).toList();
    }

    static String page(String login, String address) {
        return html(login).get(address).then().statusCode(200).extract().asString();
    }

    static RequestSpecification html(String login) {
        return Tokens.as(login).urlEncodingEnabled(false).accept("text/html").header("Accept-Language", "en");
    }

    static UUID person(int number) {
        return new UUID(2, number);
    }

    static void enrol(int number, UUID cohort, int enrolment, List<Object> person) throws SQLException {
        add(
                "enrolments (county, id, cohort, trainee, consent, enrolled_at, last_active_at, stage, left_at,"
                        + " left_reason)",
                new UUID(5, enrolment),
                ("'%s', '%s', 'paper', now() - interval '%d hours', now() - interval '%d days', '%s', "
                                + (((boolean) person.get(5)) ? "now(), 'ill'" : "null, null"))
                        .formatted(cohort, person(number), 100 - enrolment, person.get(4), person.get(3)));
    }

    static void add(String table, UUID id, String values) throws SQLException {
        owner("insert into " + table + " values ('" + COUNTY + "', '" + id + "', " + values + ")");
    }

    static void owner(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            statement.execute(sql);
        }
    }
}
