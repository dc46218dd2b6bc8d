package org.tianbo.endpoints;

import io.quarkus.arc.Unremovable;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.attendance.PlannedSessions;
import org.tianbo.certification.certificate.Serial;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.time.Zones;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Lives;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.Tokens;

/** A county with somebody of each role and one thing of each kind, made the way its people make them. */
@ApplicationScoped
@Unremovable
class EndpointCounty {

    /** What a list goes on after: any id, which need not be of its rows. */
    static final String CURSOR = "cursor";

    static final String ID = "[-0-9a-f]{36}";

    private final Newcomers newcomers;
    private final Counties counties;
    private final CurrentCounty current;
    private final People people;
    private final Cohorts cohorts;

    EndpointCounty(Newcomers newcomers, Counties counties, CurrentCounty current, People people, Cohorts cohorts) {
        this.newcomers = newcomers;
        this.counties = counties;
        this.current = current;
        this.people = people;
        this.cohorts = cohorts;
    }

    /** Of whoever holds that role in the county. */
    static String login(String county, String role) {
        return county + "-" + role;
    }

    /**
     * Its things by kind; each is called after the county, so that an answer with any of it gives itself away.
     *
     * @param roles of whom somebody is there
     */
    @ActivateRequestContext
    Map<String, String> furnish(String county, List<String> roles) throws SQLException {
        counties.open(county, county, county);
        current.run(county, () -> people.addVillage(county, county));
        Map<String, String> things = new LinkedHashMap<>(Map.of("county", county));
        for (String role : roles) {
            things.put(role, newcomers.join(county, login(county, role), role).toString());
        }
        String login = login(county, Roles.TRAINEE);
        UUID trainee = newcomers.join(
                county, new NewPerson(login, login, null, null, null, null, county, county, null, null), Roles.TRAINEE);
        things.put("trainee", trainee.toString());
        newcomers.assign(county, login(county, Roles.MENTOR), trainee);
        UUID cohort = current.as(
                county, () -> cohorts.open(new NewCohort(county, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 1))));
        current.as(
                county,
                () -> cohorts.enrol(
                        cohort,
                        Map.of(trainee, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, login)),
                        Consent.onPaper(UUID.fromString(things.get(Roles.OFFICER)))));
        things.put("class", cohort.toString());
        things.put(CURSOR, cohort.toString());
        byTheOwner(county, things);
        byTheTrainee(county, things);
        byTheOffice(county, things);
        return things;
    }

    /** A second trainee, who has nothing of the first one's. @return the login */
    String another(String county) {
        newcomers.join(county, county + "-second", Roles.TRAINEE);
        return county + "-second";
    }

    /** A coordinator of one village, and a certificate, for which everything would have to be learnt. */
    private static void byTheOwner(String county, Map<String, String> things) throws SQLException {
        things.put("certificate", Serial.draw(county, 2026, new SecureRandom()).toString());
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute(("insert into staff (county, person, role, all_villages, account, invited_at, version)"
                            + " values ('%s', '%s', 'coordinator', false, 'READY', now(), 1)")
                    .formatted(county, things.get(Roles.COORDINATOR)));
            statement.execute(("insert into staff_villages (county, person, village)"
                            + " select county, '%s', id from villages where county = '%s'")
                    .formatted(things.get(Roles.COORDINATOR), county));
            statement.execute(("insert into certificates (county, id, trainee, serial, issued_by, issued_at)"
                            + " values ('%s', '%s', '%s', '%s', '%s', now())")
                    .formatted(
                            county,
                            Ids.next(),
                            things.get("trainee"),
                            things.get("certificate"),
                            things.get(Roles.OFFICER)));
            things.put("run", Ids.next().toString());
            statement.execute(("insert into card_runs (county, id, cohort, asked_by, asked_at, total, words, state,"
                            + " finished_at, pdf) values ('%s', '%s', '%s', '%s', now(), 1, '%1$s', 'READY', now(),"
                            + " convert_to('%1$s', 'UTF8'))")
                    .formatted(county, things.get("run"), things.get("class"), things.get(Roles.OFFICER)));
            things.put("connection", Ids.next().toString());
            things.put("delivery", Ids.next().toString());
            statement.execute(("insert into connections (county, id, kind, name, address, state, made_by, made_at)"
                            + " values ('%1$s', '%2$s', 'WEBHOOK', '%1$s', 'https://%1$s', 'PAUSED', '%3$s', now())")
                    .formatted(county, things.get("connection"), things.get(Roles.OFFICER)));
            statement.execute(("insert into deliveries (county, id, connection, type, body, state, made_at, due_at)"
                            + " values ('%1$s', '%2$s', '%3$s', 'TEST', '%1$s', 'WAITING', now(), now())")
                    .formatted(county, things.get("delivery"), things.get("connection")));
        }
    }

    private static void byTheTrainee(String county, Map<String, String> things) {
        String trainee = login(county, Roles.TRAINEE);
        UUID attempt = Attempts.submitted(trainee, county);
        things.put("attempt", attempt.toString());
        things.put("review", Reviews.published(login(county, Roles.MENTOR), attempt));
        Map<String, String> live = Lives.waiting(trainee);
        things.put("planned", live.get("planned"));
        things.put("live", live.get("live").substring(live.get("live").lastIndexOf('/') + 1));
        things.put(
                "invitation",
                found("/live/(" + ID + ")/withdraw", trainee, "/practice/" + live.get("planned") + "/live"));
        form(trainee, Map.of()).post("/my-store").then().statusCode(303);
    }

    private static void byTheOffice(String county, Map<String, String> things) {
        String officer = login(county, Roles.OFFICER);
        String cohort = things.get("class");
        things.put("store", found("/stores/(" + ID + ")", officer, "/stores"));
        UUID session = Ids.next();
        ZonedDateTime day = ZonedDateTime.now(Zones.SHANGHAI).plusDays(2).withHour(9);
        PlannedSessions.plan(
                        officer,
                        UUID.fromString(cohort),
                        PlannedSessions.form(session, UUID.fromString(things.get(Roles.MENTOR)), day, day.plusHours(2)))
                .statusCode(303);
        things.put("session", session.toString());
        visited(county, things);
        form(officer, Map.of("list-name", county))
                .post("/people/lists?stage=learning")
                .then()
                .statusCode(303);
        things.put("list", found("/people/lists/(" + ID + ")/", officer, "/people/lists"));
        things.put(
                "lock",
                created(form(
                                officer,
                                Map.of("name", county, "first", "2025-01-01", "last", "2025-01-31", "reason", county))
                        .post("/ledger/locks")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location")));
        CountyRequests.make(county, things);
    }

    /** A visit of a day that is still to come, which is flagged, and a sample that holds it. */
    private static void visited(String county, Map<String, String> things) {
        String coordinator = login(county, Roles.COORDINATOR);
        String officer = login(county, Roles.OFFICER);
        UUID visit = Ids.next();
        UUID sample = Ids.next();
        Map<String, Object> data = new HashMap<>(Map.of(
                "method", "IN_PERSON", "outcome", "MET", "on", "2031-01-01", "store", "OPEN", "satisfaction", "4"));
        data.putAll(Map.of("cohort", things.get("class"), "trainee", things.get("trainee"), "round", 1, "help", ""));
        Tokens.as(coordinator)
                .contentType("application/json")
                .body(Map.of(
                        "device",
                        county,
                        "records",
                        List.of(Map.of(
                                "id",
                                visit,
                                "type",
                                "followup.visited",
                                "at",
                                Instant.now().toString(),
                                "data",
                                data))))
                .post("/api/follow-up")
                .then()
                .statusCode(200);
        String today = LocalDate.now(Zones.SHANGHAI).toString();
        form(
                        officer,
                        Map.of(
                                "id",
                                sample.toString(),
                                "cohort",
                                things.get("class"),
                                "from",
                                today,
                                "to",
                                today,
                                "number",
                                "100",
                                "unit",
                                "percent"))
                .post("/follow-up/spot-checks")
                .then()
                .statusCode(303);
        things.put("visit", visit.toString());
        things.put("sample", sample.toString());
        things.put(
                "flag",
                found(
                        "/follow-up/flags#f-(" + ID + ")",
                        officer,
                        "/follow-up/" + things.get("class") + "/" + things.get("trainee") + "/1"));
    }

    private static String created(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** A form as that login sends it; its answer is not followed. */
    static RequestSpecification form(String login, Map<String, ?> fields) {
        return Tokens.as(login)
                .redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
    }

    /** The first group of what a page has; it is there. */
    static String found(String pattern, String login, String page) {
        Matcher found = Pattern.compile(pattern).matcher(Tokens.page(login, page));
        if (!found.find()) {
            throw new AssertionError(page + " names nothing like " + pattern);
        }
        return found.group(1);
    }
}
