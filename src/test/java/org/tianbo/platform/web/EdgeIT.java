package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What every request meets at the door. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class EdgeIT {

    @Inject
    AgroalDataSource dataSource;

    @Test
    void aWriteThatAnotherSiteMadeTheBrowserSendIsRefused() {
        RestAssured.given()
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/json")
                .body("{}")
                .post("/api/sync")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("request.cross-site"));
    }

    @Test
    void anOlderBrowserIsJudgedByItsOrigin() {
        RestAssured.given()
                .header("Origin", "https://elsewhere.example")
                .post("/api/sync")
                .then()
                .statusCode(403);
        RestAssured.given()
                .header("Origin", TianboServices.SITE)
                .redirects()
                .follow(false)
                .post("/api/sync")
                .then()
                .statusCode(not(403));
    }

    @Test
    void aTextWithACharacterThatIsNoneIsUnreadable() {
        Map<String, String> productByTitle = Map.of("米\u0000粉", "米粉", "米粉", "米\u0000粉");
        productByTitle.forEach((title, product) -> Tokens.as("trainee1")
                .contentType("application/json")
                .body(Map.of("title", title, "format", "product-loop", "products", List.of(product)))
                .put("/api/attempts/{id}", UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("code", equalTo("request.unreadable")));
    }

    @Test
    void noPageMayRunScriptsThatAreNotOurs() {
        String policy = RestAssured.get("/favicon.svg").then().extract().header("Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe");
        RestAssured.get("/favicon.svg").then().header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @ParameterizedTest
    @CsvSource({"/offline, true", "/nowhere, true", "/sw.js, true", "/manifest.webmanifest, false", "/api/me, false"})
    void policiesComeWithDocumentsAndNotWithEveryFile(String address, boolean document) {
        Headers headers =
                Tokens.as("trainee1").accept("text/html,*/*").get(address).headers();

        assertThat(headers.hasHeaderWithName("Content-Security-Policy")).isEqualTo(document);
        assertThat(headers.hasHeaderWithName("Permissions-Policy")).isEqualTo(document);
        assertThat(headers.getValue("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "mentor1,  /mentoring/019b2f6e-7c1a-7d3e-9f10-2b6a4c8d0e11, class=\"rail\"",
        "officer1, /cohorts/019b2f6e-7c1a-7d3e-9f10-2b6a4c8d0e11,   class=\"rail\"",
        "officer1, /stores/019b2f6e-7c1a-7d3e-9f10-2b6a4c8d0e11,    class=\"rail\"",
        "trainee1, /learn/nowhere,                                  class=\"phone\""
    })
    void aFaultOfAnOfficePageWearsTheOfficesLayout(String who, String address, String layout) {
        String page = Tokens.as(who)
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(page).contains(layout);
        if (layout.contains("rail")) {
            assertThat(page).doesNotContain("存好", "data-pill");
        }
    }

    @Test
    void aFaultSpeaksTheReadersLanguage() {
        Tokens.as("trainee1")
                .header("Accept-Language", "en-GB,en;q=0.9")
                .get("/api/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", containsString("no such page"))
                .body("code", equalTo("request.status-404"));
        Tokens.as("trainee1")
                .header("Accept-Language", "fr")
                .get("/api/nowhere")
                .then()
                .body("title", containsString("没有这一页"));
    }

    @Test
    void aPersonGetsAPageInsteadWithAWayOut() {
        Tokens.as("trainee1")
                .accept("text/html")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .contentType(containsString("text/html"))
                .body(containsString("没有这一页"))
                .body(containsString("href=\"/\""));
    }

    @Test
    void aClientThatAsksForHttp2WithoutTlsIsAnsweredInHttp1() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(URI.create(TianboServices.SITE + "/")).build(), BodyHandlers.discarding());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void theChosenLanguageIsRemembered() {
        RestAssured.given().redirects().follow(false).get("/?lang=en").then().cookie("lang", equalTo("en"));
    }

    @Test
    void healthMetricsAndTheDescriptionAnswerOnThePortForOperators() {
        RestAssured.get("/q/health/ready").then().statusCode(404);
        for (String path : List.of("live", "ready", "started")) {
            operators().get("/q/health/" + path).then().statusCode(200).body("status", equalTo("UP"));
        }
        operators().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @ParameterizedTest
    @CsvSource({
        "officer1, /cohorts/{id}, 404",
        "officer1, /stores/{id}, 404",
        "mentor1, /mentoring/{id}, 404",
        "trainee1, /cohorts, 403",
        "mentor1, /certification, 403",
        "officer1, /no-such-page, 404",
        "mentor1, /practice/{id}, 403",
        "admin, /no-such-page, 404"
    })
    void faultsOfOfficePagesWearTheOfficeLayoutAndNeverSayThatAllIsSaved(String login, String path, int status) {
        Tokens.as(login)
                .header("Accept", "text/html")
                .get(path.replace("{id}", UUID.randomUUID().toString()))
                .then()
                .statusCode(status)
                .body(containsString("class=\"desk\""), not(containsString("data-pill")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no-such-page", "/practice/00000000-0000-7000-8000-000000000000"})
    void faultsOfOtherPagesWearTheLayoutOfTrainees(String path) {
        Tokens.as("trainee1")
                .header("Accept", "text/html")
                .get(path)
                .then()
                .statusCode(404)
                .body(containsString("class=\"phone\""), not(containsString("class=\"desk\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "1764230400", "yesterday"})
    void aTimeInAnAddressThatIsNoneIsRefusedAndNoFaultOfOurs(String time) {
        String last = "after=" + UUID.randomUUID();
        for (String list : List.of(
                "/cohorts/overdue?submittedAt=" + time,
                "/cohorts/" + UUID.randomUUID() + "/trainees?stalledDays=7&idleSince=" + time)) {
            Tokens.as("officer1")
                    .urlEncodingEnabled(false)
                    .get(list + "&" + last)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void whatIsTurnedAwayIsCountedByItsReason() {
        RestAssured.get("/media/attempts/forged.mp4?exp=4102444800&sig=x")
                .then()
                .statusCode(403);
        RestAssured.given()
                .header("Sec-Fetch-Site", "cross-site")
                .post("/api/sync")
                .then()
                .statusCode(403);
        Tokens.as("trainee1").get("/cohorts").then().statusCode(403);
        RestAssured.get("/api/me").then().statusCode(401);

        String metrics = metrics();
        for (String reason : List.of("bad-link", "cross-site", "no-role", "not-signed-in")) {
            assertThat(metrics).contains("tianbo_refused_total{reason=\"" + reason + "\"}");
        }
    }

    @Test
    void metricsNameRoutesAndNeverWhatWasAskedFor() {
        for (int asked = 0; asked < 3; asked++) {
            RestAssured.get("/media/one-of-many-" + asked);
            RestAssured.get("/films/one-of-many-" + asked + ".mp4");
            RestAssured.post("/nowhere/one-of-many-" + asked);
            Tokens.as("trainee1").get("/api/attempts/{id}", UUID.randomUUID());
        }
        RestAssured.get("/auth/realms/tianbo/.well-known/openid-configuration");

        assertThat(metrics())
                .contains("uri=\"/media/{key}\"", "uri=\"/auth/{path}\"", "uri=\"/api/attempts/{id}\"")
                .doesNotContain("one-of-many");
    }

    @Test
    void aFilmThatIsNotThereIsNotRememberedAsMissing() {
        RestAssured.get("/films/no-such-film.mp4").then().statusCode(404).header("Cache-Control", "no-store");
    }

    /** PostgreSQL and its driver would name the key that exists already, and repeat the whole of a batch. */
    @Test
    void aRefusedRowNamesNoneOfItsValues() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement end =
                        connection.prepareStatement("insert into ended_sessions (sid, ended_at) values (?, now())")) {
            for (int twice = 0; twice < 2; twice++) {
                end.setString(1, "a row's value");
                end.addBatch();
            }
            SQLException refused = catchThrowableOfType(SQLException.class, end::executeBatch);

            assertThat(refused.getSQLState()).isEqualTo("23505");
            for (SQLException one = refused; one != null; one = one.getNextException()) {
                assertThat(one.toString()).doesNotContain("a row's value");
            }
        }
    }

    private String metrics() {
        return operators().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    @Test
    void theDescriptionIsOfWhatProgramsCall() {
        Map<String, Object> paths = operators()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        assertThat(paths)
                .containsKeys("/api/me", "/api/sync", "/api/attempts/{id}/takes/{take}/chunks/{seq}")
                .allSatisfy((path, calls) -> assertThat(path).matches("/(api|xapi|live|\\.well-known|sign-out)/.*"));
    }

    private RequestSpecification operators() {
        return RestAssured.given().baseUri(TianboServices.OPERATORS).port(-1);
    }
}
