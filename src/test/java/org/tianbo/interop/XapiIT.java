package org.tianbo.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.keycloak.SystemClient;

/**
 * Another learning system fetches what trainees have done. Needs the application and Keycloak: lessons are done through
 * the one, and the other says which county a system may ask about.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class XapiIT {

    private static final String COUNTY = "xapi-county";
    private static final String NEIGHBOUR = "xapi-neighbour";
    private static final String OFFICER = "xapi-officer";
    private static final String STATEMENTS = "/xapi/statements?";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    Curriculum curriculum;

    @Inject
    PhoneRecords phones;

    @BeforeEach
    @ActivateRequestContext
    void countiesOfTheTestsOwn() {
        counties.open(COUNTY, "互联县", "Xapi county");
        counties.open(NEIGHBOUR, "互联邻县", "Xapi next door");
    }

    @Test
    void whoFollowsMoreAndComesBackWithSinceMissesNothingAndMeetsNothingTwice() throws IOException {
        UUID trainee = newcomers.join(COUNTY, "xapi-trainee", Roles.TRAINEE);
        List<LessonSummary> lessons = lessons();
        phones.complete("xapi-trainee", lessons.subList(0, 2));
        String account = agent(trainee);

        JsonPath first = page("ascending=true&limit=1&agent=" + account);
        assertThat(first.getList("statements")).hasSize(1);
        JsonPath second = fetched(first.getString("more"));
        assertThat(second.getString("more")).isEmpty();
        assertThat(List.of(first.getString("statements[0].object.id"), second.getString("statements[0].object.id")))
                .allMatch(id -> id.contains("/xapi/activities/lessons/"))
                .doesNotHaveDuplicates();

        phones.complete("xapi-trainee", lessons);
        phones.send("xapi-trainee", phones.call(phones.quiz(Ids.next(), phones.now(), false)));
        String stored = second.getString("statements[0].stored");
        JsonPath later = page("ascending=true&since=" + stored + "&agent=" + account);
        assertThat(later.getList("statements.object.id", String.class))
                .hasSize(2)
                .satisfies(ids -> assertThat(ids.get(0))
                        .endsWith("/lessons/" + lessons.get(2).slug()))
                .satisfies(ids -> assertThat(ids.get(1)).endsWith("/quizzes/" + PhoneRecords.LESSON));
        assertThat(later.getBoolean("statements[1].result.success")).isFalse();
        String newest = later.getString("statements[1].id");
        get("limit=1&agent=" + account).body("statements[0].id", equalTo(newest));
        get("statementId=" + newest)
                .statusCode(200)
                .body("actor.account.name", equalTo(trainee.toString()))
                .body(not(containsString("xapi-trainee")));
        get("ascending=true&until=" + stored + "&agent=" + account).body("statements", hasSize(2));
        get("verb=http://adlnet.gov/expapi/verbs/scored&agent=" + account).body("statements", hasSize(0));
        get("registration=" + Ids.next()).statusCode(200).body("statements", hasSize(0));
        get("activity=" + later.getString("statements[1].object.id") + "&format=exact&attachments=false")
                .body("statements.id", hasItem(newest));
        XapiSchema.conforms(get("agent=" + account).extract().asString());

        // The next county's system never hears of it.
        SystemClient.of(NEIGHBOUR)
                .get(STATEMENTS + "statementId=" + newest)
                .then()
                .statusCode(404);
        SystemClient.of(NEIGHBOUR).get("/xapi/statements").then().body("statements", hasSize(0));
    }

    /** Whoever answered a round knows what is right in it: no certificate counts the second time either. */
    @Test
    void aRoundThatIsAnsweredAgainIsAnAttemptAndPassesNothing() throws IOException {
        UUID trainee = newcomers.join(COUNTY, "xapi-again", Roles.TRAINEE);
        phones.send("xapi-again", phones.call(phones.round(trainee, 0, phones.now(), false)));
        phones.send("xapi-again", phones.call(phones.round(trainee, 0, phones.now(), true)));
        phones.send("xapi-again", phones.call(phones.round(trainee, 1, phones.now(), true)));

        String told = get("ascending=true&agent=" + agent(trainee)).extract().asString();

        XapiSchema.conforms(told);
        JsonPath statements = JsonPath.from(told);
        assertThat(statements.getList("statements.verb.display.en")).containsExactly("failed", "attempted", "passed");
        assertThat(statements.getMap("statements[1]")).doesNotContainKey("result");
    }

    @Test
    void whatWasToldOfSomebodyWhoIsErasedIsTakenBack() throws IOException {
        UUID trainee = newcomers.join(COUNTY, "xapi-leaves", Roles.TRAINEE);
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, "xapi-confirms", Roles.OFFICER);
        phones.complete("xapi-leaves", lessons().subList(0, 1));
        JsonPath told = page("ascending=true&agent=" + agent(trainee));
        String id = told.getString("statements[0].id");

        form(OFFICER, "/privacy/erase/" + trainee);
        String shown = Tokens.page("xapi-confirms", "/privacy");
        form(
                "xapi-confirms",
                "/privacy/erasures/" + shown.replaceFirst("(?s).*?/privacy/erasures/([0-9a-f-]{36})/.*", "$1")
                        + "/confirm");

        String since = "ascending=true&since=" + told.getString("statements[0].stored");
        String after = Eventually.value(
                () -> get(since + "&verb=http://adlnet.gov/expapi/verbs/voided")
                        .extract()
                        .asString(),
                text -> text.contains(id));
        XapiSchema.conforms(after);
        assertThat(after).doesNotContain(trainee.toString());
        get("statementId=" + id).statusCode(404);
        get("voidedStatementId=" + id).statusCode(404);
        get("agent=" + agent(trainee)).body("statements", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since=yesterday",
                "until=2026",
                "verb=completed",
                "verb=%20",
                "agent=x",
                "agent=%7B%7D",
                "activity=lessons",
                "registration=1",
                "related_agents=perhaps",
                "format=short",
                "ascending=yes",
                "limit=-1",
                "from=x",
                "statementId=1",
                "voidedStatementId=1",
                "statementId=019b2f00-0000-7000-8000-000000000001&limit=1",
                "unheard=of"
            })
    void whatTheStandardDoesNotAllowIsRefused(String query) {
        get(query)
                .statusCode(400)
                .header("X-Experience-API-Version", "1.0.3")
                .body("code", equalTo("interop.parameter"));
    }

    @Test
    void theVersionIsAskedForAndToldToAnybody() {
        String token = SystemClient.token(COUNTY);
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/xapi/statements")
                .then()
                .statusCode(400)
                .body("code", equalTo("interop.version"));
        RestAssured.given()
                .auth()
                .oauth2(token)
                .header("X-Experience-API-Version", "2.0.0")
                .get("/xapi/statements")
                .then()
                .statusCode(400);
        RestAssured.get("/xapi/about").then().statusCode(200).body("version", equalTo(List.of("1.0.3")));
    }

    @Test
    void onlyASystemThatIsEntitledAsksAndItAsksNothingElse() {
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        RestAssured.get("/xapi/statements").then().statusCode(401);
        Tokens.as(OFFICER).get("/xapi/statements").then().statusCode(403);
        for (String other : List.of("/api/me", "/api/courses", "/account", "/")) {
            SystemClient.of(COUNTY).get(other).then().statusCode(403);
        }
    }

    @Test
    void theExampleOfAClientWalksFromTheDescriptionToTheLastStatement() throws IOException, InterruptedException {
        UUID trainee = newcomers.join(COUNTY, "xapi-walked", Roles.TRAINEE);
        phones.complete("xapi-walked", lessons());
        SystemClient.token(COUNTY);
        StatementsClient client = new StatementsClient(
                URI.create(TianboServices.SITE), URI.create(TianboServices.OPERATORS + "/q/openapi?format=json"));
        assertThat(client.statementsByPerson(SystemClient.name(COUNTY), SystemClient.SECRET))
                .containsEntry(trainee.toString(), 3);
    }

    private List<LessonSummary> lessons() {
        return curriculum.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .limit(3)
                .toList();
    }

    private static void form(String login, String path) {
        StoreRounds.post(login, path, Map.of("reason", "本人要求"));
    }

    private static String agent(UUID trainee) {
        String home = SystemClient.of(COUNTY)
                .get(STATEMENTS + "limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("statements[0].authority.account.homePage");
        String json = "{\"account\":{\"homePage\":\"%s\",\"name\":\"%s\"}}".formatted(home, trainee);
        return URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    private static JsonPath page(String query) {
        return get(query).statusCode(200).extract().jsonPath();
    }

    private static JsonPath fetched(String more) {
        return SystemClient.of(COUNTY)
                .get(more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse get(String query) {
        return SystemClient.of(COUNTY).get(STATEMENTS + query).then();
    }
}
