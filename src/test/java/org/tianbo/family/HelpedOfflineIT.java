package org.tianbo.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.family.helping.Helpings;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.FamilyHelper;

/** What was done with help and without a network, and is sent when the help is over. Needs the real sign-in. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({"helped-offline", "helped-elsewhere", "helped-by-one-with-an-account"})
class HelpedOfflineIT {

    @Inject
    CurrentCounty county;

    @Inject
    HelpedWork helped;

    @Test
    void recordsOfTheOnePhoneSayWhichHelperMadeThemAndNobodyElsesHelpCounts() {
        String help = helpOnSamePhone("helped-offline");
        String others = helpOnSamePhone("helped-elsewhere");
        UUID withHelp = Ids.next();
        UUID alone = Ids.next();
        UUID lied = Ids.next();

        Tokens.as("helped-offline")
                .contentType("application/json")
                .body(Map.of(
                        "device",
                        "a phone",
                        "records",
                        List.of(record(withHelp, help), record(alone, "none"), record(lied, others))))
                .post("/api/sync")
                .then()
                .body("results.status", equalTo(List.of("accepted", "accepted", "accepted")));

        assertThat(helping(withHelp)).isEqualTo(help);
        assertThat(helping(alone)).isNull();
        assertThat(helping(lied)).isNull();
        assertThat(Tokens.page("helped-offline", "/my-helpers")).contains("邻居老李");
    }

    @Test
    void anAttemptThatWasMadeWithHelpSaysSoWhenTheTraineeSendsIt() {
        String help = helpOnSamePhone("helped-offline");
        UUID attempt = Ids.next();
        UUID lied = Ids.next();
        plan(attempt, help).then().statusCode(201);
        plan(lied, helpOnSamePhone("helped-elsewhere")).then().statusCode(201);

        assertThat(helpersWith(attempt)).containsExactly("邻居老李");
        assertThat(helpersWith(lied)).isEmpty();
    }

    @Test
    void aHelperIsThemselvesAgainAndTurnsBackToTheTrainee() {
        FamilyHelper helper = new FamilyHelper();
        String help = helper.helps("helped-by-one-with-an-account");
        helper.request().get("/helping").then().statusCode(200).body(containsString("action=\"/helping/me\""));

        Response away = helper.keep(helper.request().post("/helping/me"));
        away.then().statusCode(303);
        assertThat(away.getCookie("tianbo_helping")).isEmpty();
        assertThat(away.getDetailedCookie("tianbo_helper").getMaxAge())
                .as("longer than any help")
                .isGreaterThan(Helpings.HELP_LASTS.toSeconds());
        helper.request().get("/").then().statusCode(302);
        helper.call().get("/api/me").then().statusCode(401);
        helper.request().get("/helping").then().body(containsString("帮helped-by-one-with-an-account"));

        Response back = helper.keep(helper.request().post("/helping/" + help));
        back.then().statusCode(303);
        assertThat(back.getCookie("tianbo_helping")).isEqualTo(help);
        helper.request().get("/").then().statusCode(200);
        new FamilyHelper().request().post("/helping/me").then().statusCode(303);

        helper.keep(helper.request().post("/helping/me"));
        FamilyHelper.parent("helped-by-one-with-an-account")
                .post("/my-helpers/" + help + "/end")
                .then()
                .statusCode(303);
        helper.request().get("/").then().statusCode(303).header("Location", endsWith("/helping"));
        helper.request().get("/helping").then().body(containsString("data-forget"));
        helper.request().get("/").then().statusCode(303).header("Location", endsWith("/helping"));
        goesOn(helper.request(), "/sign-in?code=one&state=two");
        goesOn(helper.request().header("Sec-Fetch-Mode", "cors"), "/learn");
        String trainee =
                Tokens.as("helped-by-one-with-an-account").get("/api/me").path("id");
        helper.request().post("/helping/forgotten").then().statusCode(303);
        helper.forgot(Ids.next().toString()).then().statusCode(303);
        helper.request().get("/").then().statusCode(303).header("Location", endsWith("/helping"));
        Response told = helper.forgot(trainee);
        told.then().statusCode(303);
        assertThat(told.getCookie("tianbo_helper")).isEmpty();
        helper.request().get("/").then().statusCode(302);
    }

    private static void goesOn(RequestSpecification request, String path) {
        request.get(path).then().header("Location", not(endsWith("/helping")));
    }

    @Test
    void aHelperOfTwoForgetsWhoEndedItAtTheFirstPageAndGoesOnWithTheOther() {
        FamilyHelper helper = new FamilyHelper();
        String ended = helper.helps("helped-offline");
        helper.helps("helped-elsewhere");
        String trainee = Tokens.as("helped-offline").get("/api/me").path("id");
        FamilyHelper.parent("helped-offline")
                .post("/my-helpers/" + ended + "/end")
                .then()
                .statusCode(303);

        helper.call().get("/api/me").then().statusCode(200);
        helper.request().get("/learn").then().statusCode(303).header("Location", endsWith("/helping"));
        helper.request()
                .get("/helping")
                .then()
                .body(containsString("您在帮helped-elsewhere"), containsString(forgets(trainee)));
        helper.forgot(trainee).then().statusCode(303);
        helper.request().get("/learn").then().statusCode(200);
        helper.request().get("/helping").then().body(not(containsString(forgets(trainee))));
    }

    private static String forgets(String trainee) {
        return "data-forget=\"" + trainee + "\" data-beside";
    }

    @Test
    void whatTheTraineeMadeAloneIsNotHelpedWhenAHelperOnTheSamePhoneSendsIt() {
        FamilyHelper phone = new FamilyHelper();
        String help = startOnSamePhone(phone, "helped-elsewhere");
        UUID alone = Ids.next();
        UUID withHelp = Ids.next();
        sync(phone, record(Ids.next(), "none"));
        planned(phone.call(), alone, "none").then().statusCode(201);
        noted(phone, help, withHelp);
        noted(phone, help, Ids.next());

        String done = "select string_agg(work || ' ' || thing, ', ' order by work, thing) from helped_work"
                + " where helping = '" + help + "'";
        assertThat(value(done))
                .as("what was noted by now, after all that was made alone")
                .contains("PRACTICE " + withHelp)
                .doesNotContain("LEARNING", alone.toString());
        sync(phone, record(Ids.next(), help));
        assertThat(value(done)).contains("LEARNING");
    }

    /** It is noted after the answer. */
    private static void noted(FamilyHelper phone, String help, UUID attempt) {
        planned(phone.call(), attempt, help).then().statusCode(201);
        String noted =
                "select count(*) from helped_work where helping = '%s' and thing = '%s'".formatted(help, attempt);
        Eventually.value(() -> value(noted), "1"::equals);
    }

    @Test
    void aHelpThatWasOverBeforeAnAttemptWasMadeCountsForNothing() throws SQLException {
        String help = helpOnSamePhone("helped-offline");
        execute("update helpings set begun_at = begun_at - interval '10 days', ends_at = ends_at - interval '10 days',"
                + " ended_at = ended_at - interval '10 days' where id = '" + help + "'");
        UUID today = Ids.next();
        UUID then = Ids.next();
        plan(today, help).then().statusCode(201);
        planned(
                        Tokens.as("helped-offline")
                                .header(
                                        "Tianbo-Helped-At",
                                        Instant.now().minus(Duration.ofDays(10)).toString()),
                        then,
                        help)
                .then()
                .statusCode(201);

        assertThat(helpersWith(today)).isEmpty();
        assertThat(helpersWith(then)).containsExactly("邻居老李");
    }

    /** Somebody helped on the trainee's own phone for a while. @return the helping's id */
    private static String helpOnSamePhone(String trainee) {
        FamilyHelper phone = new FamilyHelper();
        String help = startOnSamePhone(phone, trainee);
        phone.request().post("/helping/stop").then().statusCode(303);
        return help;
    }

    private static String startOnSamePhone(FamilyHelper phone, String trainee) {
        Response here = phone.keep(
                FamilyHelper.parent(trainee).formParam("name", "邻居老李").post("/my-helpers/here"));
        here.then().statusCode(303);
        return here.getCookie("tianbo_helping");
    }

    private static void sync(FamilyHelper phone, Map<String, Object> record) {
        phone.call()
                .contentType("application/json")
                .body(Map.of("device", "a phone", "records", List.of(record)))
                .post("/api/sync")
                .then()
                .body("results.status", equalTo(List.of("accepted")));
    }

    private static Map<String, Object> record(UUID id, String help) {
        return Map.of(
                "id",
                id,
                "type",
                "feedback.read",
                "at",
                Instant.now().toString(),
                "data",
                Map.of("attempt", Ids.next()),
                "helping",
                help);
    }

    private static Response plan(UUID attempt, String help) {
        return planned(Tokens.as("helped-offline"), attempt, help);
    }

    private static Response planned(RequestSpecification phone, UUID attempt, String help) {
        return phone.contentType("application/json")
                .header("Tianbo-Helping", help)
                .body(Map.of("title", "米", "format", "product-loop", "products", List.of("米")))
                .put("/api/attempts/" + attempt);
    }

    private List<String> helpersWith(UUID attempt) {
        UUID trainee =
                UUID.fromString(Tokens.as("helped-offline").get("/api/me").path("id"));
        return county.as("fengcheng", () -> helped.helpersWith(attempt, trainee));
    }

    private static String helping(UUID record) {
        return value("select helping from sync_records where id = '" + record + "'");
    }

    private static String value(String sql) {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            try (ResultSet rows = statement.executeQuery(sql)) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute(sql);
        }
    }
}
