package org.tianbo.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.people.account.Accounts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.keycloak.PagesClient;

/** Needs the real Keycloak: what it issues is what must hold, or must not. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SignInIT {

    private static final String TOKENS = "/auth/realms/tianbo/protocol/openid-connect/token";

    @Inject
    Newcomers newcomers;

    @Inject
    Accounts accounts;

    @Test
    void aTokenTellsWhoIsSignedInAndWhichCountyIsTheirs() {
        Tokens.as("trainee1")
                .get("/api/me")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("login", equalTo("trainee1"))
                .body("county.id", equalTo("fengcheng"))
                .body("village", equalTo("上坊村"))
                .body("roles", hasItem("trainee"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html,*/*;q=0.8"})
    void aCallWithoutATokenIsToldSoAndNeverSentToAPage(String accept) {
        still().accept(accept)
                .get("/api/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .header("Cache-Control", "no-store")
                .header("Location", equalTo(null))
                .body("code", equalTo("request.status-401"));
        still().header("X-Requested-With", "JavaScript").get("/api/me").then().statusCode(401);
        still().contentType("application/json")
                .body("{}")
                .post("/api/sync")
                .then()
                .statusCode(401);
    }

    @Test
    void onlyAnAccessTokenMadeForUsOpensTheApi() {
        try (PagesClient pages = PagesClient.withDirectGrants()) {
            Response granted = RestAssured.given()
                    .formParams(Map.of(
                            "grant_type", "password",
                            "client_id", "tianbo-web",
                            "client_secret", pages.secret(),
                            "scope", "openid",
                            "username", "trainee1",
                            "password", "tianbo-demo"))
                    .post(TOKENS);
            with(granted.path("access_token")).statusCode(200);
            refused(granted.path("id_token"));
            refused(granted.path("refresh_token"));
        }
        refused(program().path("id_token"));
        refused(program().path("refresh_token"));
        refused("x.y.z");
    }

    private static void refused(String token) {
        List<String> challenges = with(token)
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("request.status-401"))
                .extract()
                .headers()
                .getValues("WWW-Authenticate");

        assertThat(challenges).containsExactly("Bearer error=\"invalid_token\"");
    }

    @Test
    void keycloaksOwnCommandLineClientGivesNobodyAToken() {
        RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "trainee1",
                        "password", "tianbo-demo"))
                .post(TOKENS)
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    @Test
    void signingOutEverywhereEndsTheTokensOfPrograms() {
        newcomers.join("program-of-hers", Roles.TRAINEE);
        String token = Tokens.of("program-of-hers");
        with(token).statusCode(200);

        accounts.signOutEverywhere("program-of-hers");

        refused(token);
    }

    @Test
    void aPersonIsLedToTheSignInPageWhichAlsoKnowsWhoBeganIt() {
        String door = still().accept("text/html")
                .get("/?login_hint=trainee1")
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        assertThat(door)
                .startsWith(TianboServices.SITE + "/auth/realms/tianbo")
                .contains("login_hint=trainee1", "ui_locales=zh-CN")
                .contains("code_challenge_method=S256", "nonce=")
                .doesNotContain("prompt=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/learn", "/sign-in?code=stolen", "https://elsewhere.example/sign-in"})
    void theSignInPageLeadsBackToOneAddressOnly(String elsewhere) {
        String redirect = elsewhere.startsWith("https") ? elsewhere : TianboServices.SITE + elsewhere;
        still().queryParams(Map.of(
                        "client_id", "tianbo-web",
                        "response_type", "code",
                        "scope", "openid",
                        "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                        "code_challenge_method", "S256",
                        "redirect_uri", redirect))
                .get("/auth/realms/tianbo/protocol/openid-connect/auth")
                .then()
                .statusCode(400);
    }

    @Test
    void whoComesBackFromASignInThatWasBegunElsewhereBeginsAtHome() {
        for (String query : List.of("?state=x&code=y", "?error=temporarily_unavailable&state=x", "")) {
            still().accept("text/html")
                    .get("/sign-in" + query)
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo(TianboServices.SITE + "/"));
        }
        still().accept("text/html")
                .get("/sign-in?error=access_denied&state=x")
                .then()
                .statusCode(400)
                .contentType(startsWith("text/html"));
    }

    @Test
    void aSignInThatFailsOnItsWayBackIsBegunAnewOnce() {
        Response begun = still().accept("text/html").get("/");
        String state = begun.header("Location").replaceFirst(".*[?&]state=([^&]+).*", "$1");
        Map<String, String> cookies = new HashMap<>(begun.cookies());

        Response first = backWithASpentCode(state, cookies);
        first.then().statusCode(303).header("Location", equalTo(TianboServices.SITE + "/"));

        cookies.putAll(first.cookies());
        cookies.putAll(begun.cookies());
        backWithASpentCode(state, cookies)
                .then()
                .statusCode(401)
                .contentType(startsWith("text/html"))
                .body(containsString("这次登录没有完成"));
    }

    private static Response backWithASpentCode(String state, Map<String, String> cookies) {
        return still().accept("text/html")
                .cookies(cookies)
                .queryParams("state", state, "code", "spent")
                .get("/sign-in");
    }

    @Test
    void sixSignInsAtTheSameMomentAreSixSuccesses() {
        newcomers.join("six-programs", Roles.TRAINEE);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(one -> CompletableFuture.supplyAsync(() -> RestAssured.given()
                        .formParams(password("six-programs"))
                        .post(TOKENS)
                        .statusCode()))
                .toList();

        assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guessed-at", "nobody-has-this-name"})
    void whoeverGuessesWaitsAndNobodyElseDoes(String login) {
        if (login.equals("guessed-at")) {
            newcomers.join(login, Roles.TRAINEE);
        }
        for (int wrong = 0; wrong < 8; wrong++) {
            guess(login).then().body("error", equalTo("invalid_grant"));
        }

        guess(login)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .body("error", equalTo("slow_down"));
        program().then().statusCode(200);
    }

    private static Response guess(String login) {
        Map<String, String> fields = new HashMap<>(password(login));
        fields.put("password", "no-such-secret");
        return RestAssured.given().formParams(fields).post(TOKENS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"admin/master/console/", "realms/master/protocol/openid-connect/auth", "realms/tianbo/account"})
    void whatSigningInDoesNotNeedOfKeycloakIsOutOfReach(String path) {
        RestAssured.get("/auth/" + path).then().statusCode(404);
    }

    private static Response program() {
        return RestAssured.given().formParams(password("trainee1")).post(TOKENS);
    }

    private static Map<String, String> password(String login) {
        return Map.of(
                "grant_type", "password",
                "client_id", "tianbo-cli",
                "scope", "openid",
                "username", login,
                "password", "tianbo-demo");
    }

    private static io.restassured.response.ValidatableResponse with(String token) {
        return RestAssured.given().auth().oauth2(token).get("/api/me").then();
    }

    private static RequestSpecification still() {
        return RestAssured.given().redirects().follow(false);
    }
}
