package org.tianbo.people.staff;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.people.PersonEdits;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A coordinator who was given villages meets nobody of other villages; needs roles and the lists of a database. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CoordinatorsVillagesIT {

    private static final String COUNTY = "villages-county";
    private static final String BOUND = "looks-after-upper";
    private static final String FREE = "looks-after-all";
    private static final String OFFICER = "villages-officer";
    private static final String HERE = "lives-in-upper";
    private static final String ELSEWHERE = "lives-in-lower";
    private static final String LOWER_NUMBER = "999999199003070039";
    private static final String UPPER_NUMBER = "999999199003071111";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    People people;

    @Inject
    Cohorts cohorts;

    @Inject
    PersonEdits edits;

    @Inject
    CurrentCounty county;

    private UUID cohort;
    private UUID second;
    private final Map<String, UUID> ids = new HashMap<>();

    @BeforeEach
    @ActivateRequestContext
    void aClassOfTwoVillages() throws SQLException {
        counties.open(COUNTY, "两村县", "County of two villages");
        county.run(COUNTY, () -> {
            people.addVillage("河镇", "上村");
            people.addVillage("河镇", "下村");
        });
        ids.put(HERE, newcomers.join(COUNTY, of(HERE, "上村"), Roles.TRAINEE));
        ids.put(ELSEWHERE, newcomers.join(COUNTY, of(ELSEWHERE, "下村"), Roles.TRAINEE));
        for (String login : List.of(BOUND, FREE)) {
            ids.put(login, newcomers.join(COUNTY, login, Roles.COORDINATOR));
        }
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        cohort = county.as(COUNTY, this::opened);
        second = county.as(COUNTY, this::another);
        bind(ids.get(BOUND));
    }

    @Test
    void listsHoldThePeopleOfTheirVillagesOnly() {
        api(BOUND, "/trainees").statusCode(200).body("name", contains(HERE));
        api(FREE, "/trainees").statusCode(200).body("name", containsInAnyOrder(HERE, ELSEWHERE));
        api(OFFICER, "/trainees").statusCode(200).body("name", containsInAnyOrder(HERE, ELSEWHERE));

        api(BOUND, "/trainees?stalledDays=0").body("name", contains(HERE));
        page(BOUND, "/mentors").statusCode(200).body(containsString(HERE)).body(not(containsString(ELSEWHERE)));
        page(BOUND, "/cards").statusCode(200).body(containsString(HERE)).body(not(containsString(ELSEWHERE)));
        page(FREE, "/cards").statusCode(200).body(containsString(ELSEWHERE));
    }

    @Test
    void peopleOfOtherVillagesAreNeitherFoundNorTakenAlongNorEdited() {
        Tokens.as(BOUND).accept("text/html").get("/people").then().body(containsString(HERE));
        Tokens.as(BOUND).accept("text/html").get("/people?q=lives").then().body(not(containsString(ELSEWHERE)));
        Tokens.as(FREE).accept("text/html").get("/people?q=lives").then().body(containsString(ELSEWHERE));
        Tokens.as(BOUND).post("/people/export?format=csv").then().body(not(containsString(ELSEWHERE)));
        page(BOUND, "/trainees/" + ids.get(HERE) + "/edit").statusCode(200);
        page(BOUND, "/trainees/" + ids.get(ELSEWHERE) + "/edit").statusCode(404);
        page(BOUND, "/add").body(containsString("上村")).body(not(containsString("下村")));
        page(BOUND, "/requests").statusCode(200);
    }

    @Test
    void theFunnelCountsWhomTheListsHold() {
        api(BOUND, "/funnel").body("enrolled", equalTo(1)).body("stages[0].count", equalTo(1));
        api(OFFICER, "/funnel").body("enrolled", equalTo(2)).body("stages[0].count", equalTo(2));
    }

    @Test
    void theCountysNumbersAreThoseOfTheirVillages() {
        for (String by : List.of("cohort", "town", "village", "age", "category")) {
            numbers(BOUND, "/funnel.csv?by=" + by).statusCode(200).body(containsString("全部,1,0"));
            numbers(OFFICER, "/funnel.csv?by=" + by).statusCode(200).body(containsString("全部,2,0"));
        }
        numbers(BOUND, "/people").body(containsString(HERE)).body(not(containsString(ELSEWHERE)));
        numbers(BOUND, "?by=village").body(containsString("上村")).body(not(containsString("下村")));
        for (String ofAll : List.of("/months", "/mentors")) {
            numbers(BOUND, ofAll).statusCode(403);
            numbers(FREE, ofAll).statusCode(200);
        }
    }

    @Test
    void visitsOfOtherVillagesAreNotTheirsToGive() {
        for (String login : List.of(HERE, ELSEWHERE)) {
            Tokens.as(BOUND)
                    .redirects()
                    .follow(false)
                    .accept("text/html")
                    .formParams(Map.of("rounds", cohort + "/" + ids.get(login) + "/1", "visitor", "me"))
                    .post("/follow-up/assign")
                    .then()
                    .statusCode(303);
        }
        Tokens.as(FREE)
                .accept("text/html")
                .get("/follow-up?state=overdue&visitor=" + ids.get(BOUND))
                .then()
                .statusCode(200)
                .body(containsString(HERE))
                .body(not(containsString(ELSEWHERE)));
    }

    @Test
    void aFileOfAnotherVillageIsNotThere() {
        page(BOUND, "/trainees/" + ids.get(HERE)).statusCode(200);
        page(BOUND, "/trainees/" + ids.get(ELSEWHERE)).statusCode(404);
        page(FREE, "/trainees/" + ids.get(ELSEWHERE)).statusCode(200);
        Tokens.as(BOUND)
                .accept("text/html")
                .formParam("reason", "搬走了")
                .post("/cohorts/" + cohort + "/trainees/" + ids.get(ELSEWHERE) + "/left")
                .then()
                .statusCode(404);
        Tokens.as(BOUND)
                .accept("text/html")
                .formParam("trainee", ids.get(ELSEWHERE))
                .post("/cohorts/" + cohort + "/cards")
                .then()
                .statusCode(404);
        Tokens.as(BOUND)
                .accept("text/html")
                .post("/certification/" + ids.get(ELSEWHERE) + "/pass")
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyOfAnotherVillageAndNoStaffAreTakenIntoAClass() {
        add(BOUND, Map.of("same", ids.get(ELSEWHERE))).statusCode(404);
        add(BOUND, Map.of("same", UUID.randomUUID())).statusCode(404);
        add(FREE, Map.of("same", ids.get(BOUND))).statusCode(422);
        add(BOUND, Map.of("village", "")).statusCode(422);

        String roster = "姓名,手机号,身份证号,镇,村\n钱一,13800000001,%s,河镇,下村\n钱二,13800000002,%s,河镇,上村\n"
                .formatted(LOWER_NUMBER, UPPER_NUMBER);
        rosters(BOUND, roster).body("accepted", equalTo(1)).body("rejected.code", hasItem("roster.village-not-yours"));
        rosters(FREE, roster).body("accepted", equalTo(2));
        // Whoever the county has in another village is not brought over by a roster that says otherwise.
        rosters(BOUND, roster.replace("下村", "上村"))
                .body("accepted", equalTo(1))
                .body("rejected.code", hasItem("roster.person-of-another-village"));
        add(BOUND, Map.of("idNumber", LOWER_NUMBER, "person", UUID.randomUUID()))
                .statusCode(422);
    }

    /** As after an officer gave them another role: the token of before is good for minutes. */
    @Test
    void whoseRoleWasChangedSeesNobodyByTheOldOne() throws SQLException {
        UUID moved = newcomers.join(COUNTY, "was-coordinator", Roles.COORDINATOR);
        staff(moved, "mentor", true);
        api("was-coordinator", "/trainees").statusCode(200).body("name", empty());
        api(FREE, "/trainees").statusCode(200).body("name", hasItem(HERE));
    }

    private ValidatableResponse add(String login, Map<String, Object> other) {
        Map<String, Object> form = new HashMap<>(Map.of("name", "钱某", "consent", "yes", "other", "yes"));
        form.put("village", villageOf(HERE));
        form.putAll(other);
        return Tokens.as(login)
                .accept("text/html")
                .redirects()
                .follow(false)
                .formParams(form)
                .post("/cohorts/" + second + "/add")
                .then();
    }

    private UUID villageOf(String login) {
        return county.as(COUNTY, () -> edits.of(ids.get(login)).village().orElseThrow());
    }

    private ValidatableResponse rosters(String login, String roster) {
        return Tokens.as(login)
                .contentType("text/csv; charset=UTF-8")
                .body(roster.getBytes(StandardCharsets.UTF_8))
                .post("/api/rosters?cohort={cohort}", second)
                .then()
                .statusCode(200);
    }

    private UUID another() {
        return cohorts.open(new NewCohort("两村二班", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30)));
    }

    private UUID opened() {
        UUID open = cohorts.open(new NewCohort("两村班", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30)));
        Map<UUID, MilestoneEvidence> evidence = new HashMap<>();
        List.of(HERE, ELSEWHERE)
                .forEach(login ->
                        evidence.put(ids.get(login), new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, login)));
        cohorts.enrol(open, evidence, Consent.onPaper(ids.get(FREE)));
        return open;
    }

    private static void bind(UUID coordinator) throws SQLException {
        staff(coordinator, "coordinator", false);
        owner("insert into staff_villages (county, person, village) select county, '" + coordinator
                + "', id from villages where county = '" + COUNTY + "' and name = '上村' on conflict do nothing");
    }

    private static void staff(UUID person, String role, boolean all) throws SQLException {
        owner("insert into staff (county, person, role, all_villages, account, invited_at, version) values ('" + COUNTY
                + "', '" + person + "', '" + role + "', " + all + ", 'READY', now(), 1) on conflict do nothing");
    }

    private static void owner(String statement) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement made = owner.createStatement()) {
            made.execute("set tianbo.county = '*'");
            made.execute(statement);
        }
    }

    private static NewPerson of(String login, String village) {
        return new NewPerson(login, login, null, null, null, null, "河镇", village, null, null);
    }

    private ValidatableResponse api(String login, String path) {
        return Tokens.as(login).get("/api/cohorts/" + cohort + path).then();
    }

    private static ValidatableResponse numbers(String login, String path) {
        return Tokens.as(login)
                .accept("text/html,*/*;q=0.5")
                .get("/dashboards" + path)
                .then();
    }

    private ValidatableResponse page(String login, String path) {
        return Tokens.as(login)
                .accept("text/html")
                .get("/cohorts/" + cohort + path)
                .then();
    }
}
