package org.tianbo.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.FamilyHelper;

/** What somebody of the family may and may not do for a trainee, and when it is over. Needs the real sign-in. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({"helped-mother", "helped-aunt", "helped-alone", "helped-at-quiz"})
class FamilyHelpIT {

    /** Of those tests that only look. */
    private static FamilyHelper shared;

    private static final String LESSON = "/learn/phone-in-hand/first-look-at-a-live";

    @Inject
    CurrentCounty county;

    @Inject
    @All
    List<LedgerEntries> ledger;

    @Test
    void whoeverIsLetHelpSeesTheNextStepUntilTheTraineeEndsIt() {
        FamilyHelper helper = new FamilyHelper();
        Matcher code = FamilyHelper.code("helped-mother");
        helper.ask(code.group(1)).then().statusCode(303).header("Location", endsWith("/helping"));
        String address = "/my-helpers/" + code.group(2);

        helper.request().get("/helping").then().body(containsString("等helped-mother点“好”"));
        led(helper.request().get("/"));
        assertThat(Tokens.page("helped-mother", "/my-helpers")).contains("女儿小芳想帮您");
        FamilyHelper.parent("helped-aunt").post(address + "/allow").then().statusCode(410);
        led(helper.request().get("/"));
        FamilyHelper.parent("helped-mother").post(address + "/allow").then().statusCode(303);

        helper.request()
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("您在帮helped-mother"), containsString("今天做这一件"), not(containsString("/my-store")));
        helper.call()
                .get("/api/me")
                .then()
                .body("id", equalTo(idOf("helped-mother")), "roles", equalTo(List.of("helper")));

        FamilyHelper.parent("helped-mother").post(address + "/end").then().statusCode(303);

        led(helper.request().get("/"));
        led(helper.request().post(LESSON));
        sync(helper, "lesson.completed", Map.of()).then().statusCode(401).body("code", equalTo("family.help-ended"));
        helper.keep(helper.request().get("/helping"))
                .then()
                .statusCode(200)
                .body(
                        containsString("帮helped-mother，已经结束"),
                        containsString("还在这部手机里没传的，不收了"),
                        containsString("data-forget=\"" + idOf("helped-mother")));
        led(helper.request().get("/"));
        helper.keep(helper.forgot(idOf("helped-mother"))).then().statusCode(303);
        assertThat(helper.cookie()).isEqualTo("tianbo_helper=");
        helper.request().get("/").then().statusCode(302);
    }

    @Test
    void aCodeIsGoodForOneAndForTenMinutes() throws SQLException {
        Matcher code = FamilyHelper.code("helped-alone");
        new FamilyHelper().ask(code.group(1)).then().statusCode(303);
        new FamilyHelper().ask(code.group(1)).then().statusCode(410);
        anybody("/helping/join/" + code.group(1)).then().statusCode(410).body(containsString("请家人再出一个"));
        FamilyHelper.parent("helped-alone")
                .post("/my-helpers/" + code.group(2) + "/end")
                .then()
                .statusCode(303);
        FamilyHelper.parent("helped-alone")
                .post("/my-helpers/" + code.group(2) + "/allow")
                .then()
                .statusCode(409);

        Matcher old = FamilyHelper.code("helped-alone");
        anybody("/helping/join/" + old.group(1)).then().statusCode(200);
        itsTimeIsOver(old.group(2));
        anybody("/helping/join/" + old.group(1)).then().statusCode(410);
        anybody("/helping/join/" + old.group(1).replaceAll(".$", "")).then().statusCode(410);
        anybody("/helping/join/fengcheng." + old.group(2) + "." + "A".repeat(43))
                .then()
                .statusCode(410);
    }

    @Test
    void aHelperOfTwoSeesOneAtATimeAndNothingOfTheOther() {
        String mothers = Attempts.submitted("helped-mother", "妈妈的练习").toString();
        FamilyHelper helper = FamilyHelper.of("helped-mother");
        helper.call().get("/api/attempts/" + mothers).then().statusCode(200);
        String withAunt = helper.helps("helped-aunt");
        helper.request().get("/").then().body(containsString("您在帮helped-aunt"));
        helper.call().get("/api/attempts/" + mothers).then().statusCode(404);

        String page = helper.request().get("/helping").asString();
        assertThat(page).contains("帮helped-mother");
        Matcher other = Pattern.compile("action=\"(/helping/[0-9a-f-]{36})\"").matcher(page);
        assertThat(other.find()).isTrue();
        helper.keep(helper.request().post(other.group(1))).then().statusCode(303);
        helper.call().get("/api/attempts/" + mothers).then().statusCode(200);

        helper.keep(helper.request().post("/helping/stop")).then().statusCode(303);
        helper.keep(helper.request().get("/helping"))
                .then()
                .body(containsString("帮helped-mother，已经结束"), containsString("/helping/" + withAunt));
        new FamilyHelper().request().post("/helping/" + withAunt).then().statusCode(303);
        helper.keep(helper.request().post("/helping/" + withAunt)).then().statusCode(303);
        helper.call().get("/api/attempts/" + mothers).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/my-data",
                "/my-data/erase",
                "/my-data/consent",
                "/my-store",
                "/my-certificate",
                "/my-transfer",
                "/my-helpers",
                "/my-say",
                "/attend",
                "/today",
                "/people",
                "/ledger",
                "/mentoring",
                "/county/settings",
                "/privacy"
            })
    void whatIsTheTraineesAloneOrTheOfficesStaysClosed(String path) {
        assertThat(helper().request().get(path).statusCode()).isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/learn", LESSON, LESSON + "/quiz", "/practice", "/practice/new", "/practice/camera"})
    void whatOneLearnsAndPractisesWithIsOpenAndSaysWhomOneHelps(String path) {
        helper().request().get(path).then().statusCode(200);
    }

    @Test
    void onTheTraineesOwnPhoneTheHelperHasItUntilTheyHandItBack() {
        FamilyHelper phone = new FamilyHelper();
        phone.keep(FamilyHelper.parent("helped-alone").formParam("name", " ").post("/my-helpers/here"))
                .then()
                .statusCode(422)
                .body(containsString("请写上名字"));
        phone.keep(FamilyHelper.parent("helped-alone").formParam("name", "邻居老李").post("/my-helpers/here"))
                .then()
                .statusCode(303);
        phone.request().get("/").then().body(containsString("您在帮helped-alone"));
        phone.request().get("/my-data").then().statusCode(403);
        phone.request().get("/account").then().statusCode(303).header("Location", endsWith("/helping"));

        phone.keep(phone.request().post("/helping/stop")).then().statusCode(303).header("Location", endsWith("/"));

        assertThat(phone.cookie()).isEqualTo("tianbo_helper=");
        assertThat(Tokens.page("helped-alone", "/my-helpers")).contains("邻居老李已经结束");
    }

    @Test
    void aQuizAnsweredWithHelpSaysSoInTheLedger() {
        FamilyHelper helper = FamilyHelper.of("helped-at-quiz");
        Matcher version = Pattern.compile("name=\"version\" value=\"([0-9a-f]{16})\"")
                .matcher(helper.request().get(LESSON).asString());
        assertThat(version.find()).isTrue();
        Map<String, Object> answers =
                Map.of("lesson", "first-look-at-a-live", "version", version.group(1), "answers", Map.of());
        sync(helper, "quiz.submitted", answers).then().body("results.status", equalTo(List.of("accepted")));
        assertThat(helped(idOf("helped-at-quiz"))).containsExactly("1");

        Tokens.as("helped-at-quiz")
                .contentType("application/json")
                .body(call("quiz.submitted", answers))
                .post("/api/sync")
                .then()
                .body("results.status", equalTo(List.of("accepted")));
        assertThat(helped(idOf("helped-at-quiz"))).as("alone it is not").containsExactly("1");
    }

    private List<String> helped(String trainee) {
        LedgerEntries quizzes = ledger.stream()
                .filter(one -> one.kind() == EntryKind.QUIZ)
                .findFirst()
                .orElseThrow();
        return county.as("fengcheng", () -> quizzes.of(UUID.fromString(trainee), Set.of())).stream()
                .map(entry -> entry.values().get(EntryField.HELPED))
                .toList();
    }

    private static synchronized FamilyHelper helper() {
        shared = shared == null ? FamilyHelper.of("helped-mother") : shared;
        return shared;
    }

    private static Response sync(FamilyHelper helper, String type, Map<String, Object> data) {
        return helper.call()
                .contentType("application/json")
                .body(call(type, data))
                .post("/api/sync");
    }

    private static Map<String, Object> call(String type, Map<String, Object> data) {
        return Map.of(
                "device",
                "a phone",
                "records",
                List.of(Map.of(
                        "id", Ids.next(), "type", type, "at", Instant.now().toString(), "data", data)));
    }

    private static void led(Response answer) {
        answer.then().statusCode(303).header("Location", endsWith("/helping"));
    }

    private static Response anybody(String path) {
        return RestAssured.given().accept("text/html").get(path);
    }

    private static String idOf(String trainee) {
        return Tokens.as(trainee).get("/api/me").path("id");
    }

    private static void itsTimeIsOver(String helping) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute("update helpings set ends_at = now() - interval '1 second' where id = '" + helping + "'");
        }
    }
}
