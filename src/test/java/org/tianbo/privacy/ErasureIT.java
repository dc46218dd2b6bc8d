package org.tianbo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.media.Media;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.privacy.erasure.ErasureReplay;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Two people decide that somebody is erased; needs Keycloak, jobs and tables that may only be appended to. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ErasureIT {

    private static final String COUNTY = "erasure-county";
    private static final String OFFICER = "asks-for-erasure";
    private static final String COLLEAGUE = "confirms-erasure";
    private static final String AUDITOR = "watches-erasure";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    Media media;

    @Inject
    People people;

    @Inject
    ErasureReplay replay;

    @Inject
    CurrentCounty county;

    @BeforeEach
    void aCountyWithItsOffice() {
        counties.open(COUNTY, "忘却县", "Erasure county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, COLLEAGUE, Roles.OFFICER);
        newcomers.join(COUNTY, AUDITOR, Roles.AUDITOR);
    }

    @Test
    void whoAsksCannotConfirmAndWhatIsErasedIsGoneForGood() {
        UUID person = trainee("will-be-erased", "赵小田");
        page("will-be-erased").post("/my-data/copy").then().statusCode(303);
        Eventually.value(() -> page("will-be-erased").get("/my-data").asString(), shown -> shown.contains("/copies/"));
        assertThat(media.sizes(COUNTY + "/copies")).isNotEmpty();
        page(AUDITOR)
                .formParam("reason", "本人要求")
                .post("/privacy/erase/" + person)
                .then()
                .statusCode(403);
        page("officer1")
                .formParam("reason", "本人要求")
                .post("/privacy/erase/" + person)
                .then()
                .statusCode(404);
        page(OFFICER)
                .formParam("reason", "")
                .post("/privacy/erase/" + person)
                .then()
                .statusCode(422);
        ask(person);
        String erasure = erasure("赵小田");

        page(OFFICER).post("/privacy/erasures/" + erasure + "/confirm").then().statusCode(403);
        page("officer1")
                .post("/privacy/erasures/" + erasure + "/confirm")
                .then()
                .statusCode(404);
        page(OFFICER).get("/privacy").then().body(containsString("赵小田"));
        page(COLLEAGUE).post("/privacy/erasures/" + erasure + "/confirm").then().statusCode(303);
        page(COLLEAGUE).post("/privacy/erasures/" + erasure + "/confirm").then().statusCode(409);

        Eventually.value(
                () -> page(AUDITOR).get("/privacy").asString(),
                shown -> shown.contains("删完") && !shown.contains("赵小田"));
        // The page may speak of another's erasure by now, and this one still goes on.
        Eventually.value(() -> media.sizes(COUNTY + "/copies"), Map::isEmpty);
        RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "tianbo-cli",
                        "scope", "openid",
                        "username", "will-be-erased",
                        "password", "tianbo-demo"))
                .post("/auth/realms/tianbo/protocol/openid-connect/token")
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .body("access_token", nullValue());
    }

    /** The row of the erasure and the person's are as a backup from before it has them. */
    @Test
    void whomABackupBringsBackIsErasedAgain() throws SQLException {
        UUID officer = newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        UUID colleague = newcomers.join(COUNTY, COLLEAGUE, Roles.OFFICER);
        UUID person = trainee("comes-back", "吴小田");
        owner("insert into erasures (county, id, person, asked_by, asked_at, reason, state, decided_by, decided_at,"
                + " ended_at) values ('" + COUNTY + "', gen_random_uuid(), '" + person + "', '" + officer
                + "', now(), '本人要求', 'DONE', '" + colleague + "', now(), now())");
        county.run(COUNTY, () -> replay.run(COUNTY));
        assertThat(media.sizes(COUNTY + "/erasures")).containsKey(COUNTY + "/erasures/" + person);
        owner("delete from erasures where person = '" + person + "'");

        county.run(COUNTY, () -> replay.run(COUNTY));

        Eventually.value(() -> county.as(COUNTY, () -> people.trainee(person).name()), name -> !name.contains("吴小田"));
        assertThat(page(AUDITOR).get("/privacy").asString()).doesNotContain("吴小田");
    }

    @Test
    void aNoteThatNobodyStandsForKeepsNobodyElseFromBeingErased() throws SQLException {
        UUID officer = newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        UUID colleague = newcomers.join(COUNTY, COLLEAGUE, Roles.OFFICER);
        UUID person = trainee("comes-back-too", "郑小田");
        UUID waiting = trainee("comes-back-waiting", "王小田");
        UUID unknown = trainee("comes-back-unknown", "冯小田");
        UUID damaged = trainee("comes-back-damaged", "陈小田");
        ask(waiting);
        note(person, officer, colleague);
        note(waiting, officer, UUID.randomUUID());
        note(unknown, UUID.randomUUID(), UUID.randomUUID());
        store(damaged.toString(), "不是这样写的");
        store("not-a-person", "?");

        county.run(COUNTY, () -> replay.run(COUNTY));

        Eventually.value(() -> county.as(COUNTY, () -> people.trainee(person).name()), name -> !name.contains("郑小田"));
        String shown = page(COLLEAGUE).get("/privacy").asString();
        for (String name : new String[] {"王小田", "冯小田", "陈小田"}) {
            assertThat(shown).contains("/privacy/erasures/" + erasure(name) + "/confirm");
        }
        assertThat(shown.split("恢复备份时又回来了")).hasSizeGreaterThan(3);
    }

    @Test
    void aTraineeAsksThemselvesAndTakesItBack() {
        trainee("asks-and-stays", "钱小田");
        page("asks-and-stays")
                .formParam("reason", "不想学了")
                .post("/my-data/erase")
                .then()
                .statusCode(303);
        page("asks-and-stays").get("/my-data/erase").then().body(containsString("等县里一个人确认"));
        String erasure = erasure("钱小田");
        page("asks-and-stays").post("/my-data/erase/withdraw").then().statusCode(303);

        page(COLLEAGUE).post("/privacy/erasures/" + erasure + "/confirm").then().statusCode(409);
        page("asks-and-stays").get("/my-data").then().statusCode(200).body(containsString("钱小田"));
    }

    @Test
    void whoIssuedTheCardCannotConfirmWhatWasAskedWithIt() throws SQLException {
        UUID officer = newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        UUID person = trainee("asks-by-card", "孙小田");
        owner("insert into cards (county, id, person, login, issued_by, issued_at) values ('" + COUNTY
                + "', gen_random_uuid(), '" + person + "', 'asks-by-card', '" + officer + "', '2026-01-01')");
        page("asks-by-card")
                .formParam("reason", "不想学了")
                .post("/my-data/erase")
                .then()
                .statusCode(303);
        String erasure = erasure("孙小田");

        page(OFFICER)
                .post("/privacy/erasures/" + erasure + "/confirm")
                .then()
                .statusCode(403)
                .body(containsString("给本人做卡的人"));
        page(OFFICER).get("/privacy").then().body(containsString("或者本人的卡是您做的"));
        page(COLLEAGUE).get("/privacy").then().body(containsString("/privacy/erasures/" + erasure + "/confirm"));
        page(COLLEAGUE).post("/privacy/erasures/" + erasure + "/confirm").then().statusCode(303);
    }

    @Test
    void nothingIsCorrectedOrPackedOnceItIsConfirmed() throws SQLException {
        UUID officer = newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        UUID colleague = newcomers.join(COUNTY, COLLEAGUE, Roles.OFFICER);
        UUID person = trainee("is-being-erased", "李小田");
        page("is-being-erased")
                .formParams(Map.of("field", "OTHER", "value", "左撇子", "reason", "写错了"))
                .post("/my-data/correct")
                .then()
                .statusCode(303);
        String shown = page(OFFICER).get("/privacy").asString();
        Matcher asked = Pattern.compile("/privacy/corrections/([0-9a-f-]{36})").matcher(shown);
        assertThat(asked.find(shown.indexOf("李小田"))).as(shown).isTrue();
        // Confirmed, and no job has begun.
        owner("insert into erasures (county, id, person, asked_by, asked_at, reason, state, decided_by, decided_at)"
                + " values ('" + COUNTY + "', gen_random_uuid(), '" + person + "', '" + officer
                + "', now(), '本人要求', 'CONFIRMED', '" + colleague + "', now())");

        page("is-being-erased")
                .formParams(Map.of("field", "PHONE", "value", "19900000078", "reason", "换号了"))
                .post("/my-data/correct")
                .then()
                .statusCode(409);
        page("is-being-erased").post("/my-data/copy").then().statusCode(409);
        page(OFFICER)
                .formParam("yes", "yes")
                .post("/privacy/corrections/" + asked.group(1))
                .then()
                .statusCode(409);
    }

    @Test
    void whoWorksForTheCountyByNowIsNotErased() throws SQLException {
        UUID person = trainee("works-by-now", "周小田");
        ask(person);
        String erasure = erasure("周小田");
        owner("insert into staff (county, person, role, email, all_villages, account, invited_at, version) values ('"
                + COUNTY + "', '" + person + "', 'mentor', '', true, 'READY', now(), 1)");

        page(COLLEAGUE).post("/privacy/erasures/" + erasure + "/confirm").then().statusCode(409);
    }

    private static void ask(UUID person) {
        page(OFFICER)
                .formParam("reason", "本人要求")
                .post("/privacy/erase/" + person)
                .then()
                .statusCode(303);
    }

    private void note(UUID person, UUID asker, UUID decider) {
        String when = "2026-01-01T00:00:00Z";
        store(person.toString(), String.join(" ", UUID.randomUUID().toString(), "" + asker, when, "" + decider, when));
    }

    private void store(String note, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        media.store(COUNTY + "/erasures/" + note, new ByteArrayInputStream(bytes), 1_000);
    }

    private static void owner(String statement) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement everywhere = owner.createStatement()) {
            everywhere.execute("set tianbo.county = '*'");
            everywhere.execute(statement);
        }
    }

    private UUID trainee(String login, String name) {
        return newcomers.join(
                COUNTY,
                new NewPerson(login, name, "19900000079", "0031", null, "FEMALE", null, null, "", ""),
                Roles.TRAINEE);
    }

    /** Of the person of that name, as the officer's page has it. */
    private static String erasure(String name) {
        String shown = page(OFFICER).get("/privacy").asString();
        Matcher matcher = Pattern.compile("/privacy/erasures/([0-9a-f-]{36})/").matcher(shown);
        assertThat(matcher.find(shown.indexOf(name))).as(shown).isTrue();
        return matcher.group(1);
    }

    private static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }
}
