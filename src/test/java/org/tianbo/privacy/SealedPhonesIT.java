package org.tianbo.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.people.Corrections;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.privacy.key.PhoneSealing;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** No table holds a phone number as it is, however it came; needs the tables, and PostgreSQL's search in them. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SealedPhonesIT {

    private static final String COUNTY = "sealed-phones";
    private static final String OTHER = "sealed-phones-there";
    private static final String OFFICER = "seals-phones";
    private static final String OTHER_OFFICER = "seals-phones-there";
    private static final String TRAINEE = "has-a-phone";

    private static final String JOINED = "19900000610";
    private static final String IN_ROSTER = "19900000611";
    private static final String CORRECTED_BY_ROSTER = "19900000612";
    private static final String ASKS = "19900000613";
    private static final String EDITED = "19900000614";
    private static final String THEIRS = "19900000615";
    private static final String INVITED = "19900000616";
    private static final String FROM_BEFORE = "19900000617";

    private static final String ID_NUMBER = "99999919890707007X";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    People people;

    @Inject
    Cohorts cohorts;

    @Inject
    Corrections corrections;

    @Inject
    PhoneSealing sealing;

    @Inject
    CurrentCounty county;

    private UUID cohort;
    private UUID trainee;

    @BeforeEach
    @ActivateRequestContext
    void aClassOfTheCounty() {
        counties.open(COUNTY, "封号县", "Sealing County");
        counties.open(OTHER, "封号邻县", "Sealing County Next Door");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(OTHER, OTHER_OFFICER, Roles.OFFICER);
        county.run(COUNTY, () -> people.addVillage("封镇", "封村"));
        trainee = newcomers.join(
                COUNTY, new NewPerson(TRAINEE, "赵封", JOINED, null, null, null, "封镇", "封村", "农户", null), Roles.TRAINEE);
        cohort = county.as(
                COUNTY,
                () -> cohorts.open(new NewCohort(
                        "封号班 " + UUID.randomUUID(), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30))));
        enrol(trainee, TRAINEE);
    }

    @Test
    void noColumnHoldsANumberAsItIsHoweverItCame() throws SQLException {
        roster(IN_ROSTER);
        roster(CORRECTED_BY_ROSTER);
        asksToJoin();
        staffIsInvited();
        edited();
        UUID transfer = UUID.randomUUID();
        page(OFFICER)
                .formParams(Map.of("transfer", transfer, "person", trainee, "to", OTHER, "reason", "嫁过去了"))
                .post("/transfers")
                .then()
                .statusCode(303);
        page(TRAINEE)
                .formParams(Map.of("transfer", transfer, "answer", "yes"))
                .post("/transfer")
                .then()
                .statusCode(303);
        page(TRAINEE)
                .formParams(Map.of("field", "PHONE", "value", THEIRS, "reason", "换号了，是 " + THEIRS))
                .post("/my-data/correct")
                .then()
                .statusCode(303);
        page(OFFICER)
                .formParam("list-name", "找一个人")
                .post("/people/lists?q=" + JOINED)
                .then()
                .statusCode(303);
        Tokens.as(OFFICER)
                .post("/people/export?format=csv&columns=name,phone&q=" + EDITED)
                .then()
                .statusCode(200);

        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            assertThat(EveryColumn.holding(
                            statement,
                            List.of(COUNTY, OTHER),
                            JOINED,
                            EDITED,
                            IN_ROSTER,
                            CORRECTED_BY_ROSTER,
                            ASKS,
                            THEIRS,
                            INVITED))
                    .isEmpty();
        }
        assertThat(page(OTHER_OFFICER).get("/transfers/" + transfer).asString()).contains(EDITED);
        assertThat(page(OFFICER).get("/cohorts/" + cohort + "/requests").asString())
                .contains(ASKS);
        assertThat(page(OFFICER).get("/county/staff").asString()).contains("周封");
        assertThat(page(TRAINEE).get("/my-data").asString()).contains(THEIRS);
        assertThat(found(THEIRS)).contains("赵封", THEIRS);
        assertThat(found(CORRECTED_BY_ROSTER.substring(7))).contains("钱封", CORRECTED_BY_ROSTER);
        assertThat(found(CORRECTED_BY_ROSTER.substring(8))).contains("钱封").doesNotContain("赵封");
        assertThat(found(IN_ROSTER)).doesNotContain("钱封");
    }

    @Test
    void numbersFromBeforeAreReadAndFoundAsTheyAreAndThenSealed() throws SQLException {
        UUID before = newcomers.join(
                COUNTY,
                new NewPerson("from-before", "孙封", FROM_BEFORE, null, null, null, "封镇", "封村", "农户", null),
                Roles.TRAINEE);
        enrol(before, "from-before");
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute("update people set mobile = '" + FROM_BEFORE + "' where id = '" + before + "'");
            statement.execute("insert into person_corrections"
                    + " (county, id, person, field, old_value, new_value, corrected_by, corrected_at) values ('"
                    + COUNTY
                    + "', gen_random_uuid(), '" + before + "', 'PHONE', '', '" + FROM_BEFORE + "', '" + before
                    + "', now())");
            statement.execute("insert into people_exports"
                    + " (county, id, exported_by, exported_at, format, list, columns, people) values ('" + COUNTY
                    + "', gen_random_uuid(), '" + before + "', now(), 'CSV', '?q=" + FROM_BEFORE + "', '', 1)");
            assertThat(found(FROM_BEFORE.substring(7))).contains("孙封", FROM_BEFORE);

            county.run(COUNTY, () -> sealing.run(COUNTY));
            county.run(COUNTY, () -> sealing.run(COUNTY));

            assertThat(EveryColumn.holding(statement, List.of(COUNTY), FROM_BEFORE))
                    .isEmpty();
        }
        assertThat(found(FROM_BEFORE.substring(7))).contains("孙封", FROM_BEFORE);
        assertThat(county.as(COUNTY, () -> corrections.of(before)))
                .singleElement()
                .satisfies(one -> assertThat(one.now()).isEqualTo(FROM_BEFORE));
    }

    private void enrol(UUID person, String note) {
        county.run(COUNTY, () -> QuarkusTransaction.requiringNew()
                .run(() -> cohorts.enrol(
                        cohort,
                        Map.of(person, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, note)),
                        Consent.onPaper(person))));
    }

    private void roster(String phone) {
        String file = "姓名,手机号,身份证号,镇,村\n钱封," + phone + "," + ID_NUMBER + ",封镇,封村\n";
        String address = "/api/rosters?cohort=" + cohort;
        Response report = Tokens.as(OFFICER)
                .contentType("text/csv; charset=UTF-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(address);
        report.then().statusCode(200);
        String changes = report.path("confirm");
        if (changes != null && !changes.isEmpty()) {
            Tokens.as(OFFICER)
                    .contentType("text/csv; charset=UTF-8")
                    .body(file.getBytes(StandardCharsets.UTF_8))
                    .post(address + "&confirm=" + changes)
                    .then()
                    .statusCode(200);
        }
    }

    private void asksToJoin() {
        String door = "/cohorts/" + cohort + "/requests";
        page(OFFICER).formParam("days", "14").post(door + "/door").then().statusCode(303);
        String link = first(
                "https?://[^ \"<]+(/join/" + COUNTY + "/[\\w-]{43})",
                page(OFFICER).get(door));
        String village =
                first("<option value=\"([-0-9a-f]{36})\"", form(given()).get(link));
        for (int time = 0; time < 2; time++) {
            form(given())
                    .formParams(Map.of(
                            "request",
                            UUID.randomUUID(),
                            "name",
                            "李封",
                            "phone",
                            ASKS,
                            "village",
                            village,
                            "consent",
                            "yes"))
                    .post(link)
                    .then()
                    .statusCode(303);
        }
        assertThat(page(OFFICER).get(door).asString().split("id=\"request-")).hasSize(2);
    }

    private void edited() {
        String address = "/cohorts/" + cohort + "/trainees/" + trainee + "/edit";
        String seen = first("name=\"seen\" value=\"([0-9a-f]+)\"", page(OFFICER).get(address));
        page(OFFICER)
                .formParams(Map.of("seen", seen, "name", "赵封", "phone", EDITED, "note", ""))
                .post(address)
                .then()
                .statusCode(303);
    }

    private void staffIsInvited() {
        Tokens.as(OFFICER)
                .contentType("application/json")
                .body(Map.of(
                        "login",
                        "seals-" + UUID.randomUUID().toString().substring(0, 8),
                        "name",
                        "周封",
                        "role",
                        "mentor",
                        "mobile",
                        INVITED))
                .post("/api/staff")
                .then()
                .statusCode(201);
    }

    private static String found(String words) {
        return page(OFFICER).get("/people?q=" + words).asString();
    }

    private static String first(String pattern, Response page) {
        Matcher found = Pattern.compile(pattern).matcher(page.asString());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static RequestSpecification page(String login) {
        return form(Tokens.as(login));
    }

    private static RequestSpecification form(RequestSpecification by) {
        return by.accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
    }
}
