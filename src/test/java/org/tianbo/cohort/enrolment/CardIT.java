package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Cards;
import org.tianbo.people.Cards.CardMadeMeanwhile;
import org.tianbo.people.account.Accounts;
import org.tianbo.testsupport.SimultaneousCalls;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CardIT {

    private static final Pattern CARD = Pattern.compile(
            "class=\"login\">(?<login>[2-9a-z]{6})</dd>.*?class=\"pin\">(?<pin>\\d{6})</dd>", Pattern.DOTALL);

    @Inject
    Classes classes;

    @Inject
    Accounts accounts;

    @Inject
    Cards cards;

    @Inject
    EntityManager entities;

    private UUID cohort;
    private String trainee;

    @BeforeEach
    void aTraineeInAClass() {
        cohort = classes.open();
        trainee = classes.enrol(cohort, "演示·新人").toString();
    }

    @Test
    void aCardsHolderSignsInWithThePinAndAReissuedCardChangesIt() {
        Matcher card = issue(trainee);
        String token = signIn(card.group("login"), card.group("pin"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(trainee))
                .body("county.id", equalTo("fengcheng"))
                .body("roles", equalTo(List.of("trainee")));

        Matcher again = issue(trainee);

        assertThat(again.group("login")).isEqualTo(card.group("login"));
        signIn(card.group("login"), card.group("pin")).then().body("error", equalTo("invalid_grant"));
        signIn(again.group("login"), again.group("pin")).then().statusCode(200);
    }

    /** Logins drawn before they began with letters could be taken for the PIN beside them. */
    @Test
    void aPrintedLoginOfSixDigitsIsReplacedWithTheNextCard() {
        issue(trainee);
        String digits = "234" + String.format("%03d", System.nanoTime() % 1000);
        classes.inFengcheng(() -> entities.createNativeQuery("update people set login = :login where id = :id")
                .setParameter("login", digits)
                .setParameter("id", UUID.fromString(trainee))
                .executeUpdate());
        accounts.provide(
                new Accounts.Holder(UUID.fromString(trainee), "fengcheng", digits, "演示"), List.of("trainee"), "111222");
        signIn(digits, "111222").then().statusCode(200);

        Matcher card = issue(trainee);

        assertThat(card.group("login")).matches("[a-z].{5}");
        signIn(card.group("login"), card.group("pin")).then().statusCode(200);
        signIn(digits, "111222").then().body("error", equalTo("invalid_grant"));
        assertThat(issue(trainee).group("login")).isEqualTo(card.group("login"));
    }

    @Test
    void fourRequestsMakeOneSetOfCards() throws Exception {
        Tokens.of("coordinator1");
        long before = cardsOf(trainee);

        Set<String> pins =
                new HashSet<>(SimultaneousCalls.fourAtOnce(() -> issue(trainee).group("pin")));

        assertThat(pins).hasSize(1);
        assertThat(cardsOf(trainee)).isEqualTo(before + 1);
    }

    /** As when the presses of one form reach several replicas, each of which knows its own only. */
    @Test
    void ofFourRequestsOfOneFormOneMakesTheCardWhereverTheyArrive() throws Exception {
        Instant shownAt = Instant.now();
        long before = cardsOf(trainee);

        List<Boolean> made = SimultaneousCalls.fourAtOnce(() -> classes.outsideTransactions(() -> {
            try {
                cards.issue(UUID.fromString(trainee), UUID.fromString(trainee), shownAt);
                return true;
            } catch (CardMadeMeanwhile byAnother) {
                return false;
            }
        }));

        assertThat(made).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(cardsOf(trainee)).isEqualTo(before + 1);
        Tokens.as("coordinator1")
                .redirects()
                .follow(false)
                .formParam("trainee", trainee)
                .formParam("replace", "yes")
                .formParam("seen", shownAt.toEpochMilli())
                .post("/cohorts/{id}/cards", cohort)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/cards?replace=" + trainee));
    }

    private long cardsOf(String person) {
        return classes.inFengcheng(
                () -> (Long) entities.createNativeQuery("select count(*) from cards where person = :person", Long.class)
                        .setParameter("person", UUID.fromString(person))
                        .getSingleResult());
    }

    @Test
    void theCardShowsItsCodeAndItsPinIsNowhereElse() {
        String page = print(trainee)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asString();
        Matcher card = CARD.matcher(page);
        assertThat(card.find()).isTrue();

        assertThat(page).contains("<svg class=\"code\"").contains("/card/" + card.group("login"));
        assertThat(page).doesNotContain("style=");
        Tokens.as("officer1")
                .get("/cohorts/{id}/cards", cohort)
                .then()
                .statusCode(200)
                .body(containsString("重新发卡"))
                .body(org.hamcrest.Matchers.not(containsString(card.group("pin"))));
    }

    @Test
    void aScannedCardLeadsToTheSignInWithItsNameFilledIn() {
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/card/k7m3xq")
                .then()
                .statusCode(303)
                .header("Location", containsString("/?login_hint=k7m3xq"));
        Tokens.as("trainee1").get("/card/k7m3xq").then().statusCode(200).body(containsString("退出"));
    }

    /** Only a real Keycloak tells which names it refuses. */
    @Test
    void namesThatKeycloakRefusesGetACardWithTheRealName() {
        List<String> names = List.of(
                "张三（小）(小)*[x]",
                "<b>\"李\"&四</b>",
                "王" + "五".repeat(99) + "六七",
                "赵\uD83D\uDC75\uD83C\uDFFD六",
                "\uD83D\uDC75".repeat(101),
                "***");
        RequestSpecification request = Tokens.as("coordinator1");
        for (String name : names) {
            request.formParam("trainee", classes.enrol(cohort, name).toString());
        }

        String page =
                made("coordinator1", request).then().statusCode(200).extract().asString();

        assertThat(CARD.matcher(page).results()).hasSize(names.size());
        assertThat(page).contains("王" + "五".repeat(99) + "六七");
    }

    @Test
    void nobodyOutsideTheClassGetsItsCard() {
        Tokens.as("officer1")
                .formParam("trainee", UUID.randomUUID().toString())
                .post("/cohorts/{id}/cards", cohort)
                .then()
                .statusCode(404);
        Tokens.as("officer1")
                .post("/cohorts/{id}/cards", cohort)
                .then()
                .statusCode(422)
                .body(containsString("请先勾选"));
        Tokens.as("mentor1").get("/cohorts/{id}/cards", cohort).then().statusCode(403);
    }

    @Test
    void aPrintedCardStopsWorkingOnlyAfterAQuestion() {
        Matcher card = issue(trainee);

        String question = Tokens.as("coordinator1")
                .formParam("trainee", trainee)
                .post("/cohorts/{id}/cards", cohort)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(question).contains("有 1 人已经印过的卡会马上失效").doesNotContain("class=\"pin\"");
        signIn(card.group("login"), card.group("pin")).then().statusCode(200);
    }

    @Test
    void thePageForThePrinterCanBeLoadedAgainAndIsNobodyElses() {
        Response made = Tokens.as("coordinator1")
                .redirects()
                .follow(false)
                .formParam("trainee", trainee)
                .formParam("replace", "yes")
                .post("/cohorts/{id}/cards", cohort);
        made.then().statusCode(303).header("Location", containsString("/cards/printed/"));
        String seal = sealOf(made);

        Matcher first = CARD.matcher(printed("coordinator1", seal).asString());
        Matcher again = CARD.matcher(printed("coordinator1", seal).asString());
        assertThat(first.find() && again.find()).isTrue();
        assertThat(again.group("pin")).isEqualTo(first.group("pin"));
        signIn(first.group("login"), first.group("pin")).then().statusCode(200);
        printed("officer1", seal).then().statusCode(303);
        printed("coordinator1", seal.substring(0, seal.length() - 2) + "AA")
                .then()
                .statusCode(303);
        printed("coordinator1", "no-seal").then().statusCode(303);
    }

    /** As a browser goes on: to the page for the printer. */
    private Response made(String who, RequestSpecification request) {
        Response made = request.redirects().follow(false).post("/cohorts/{id}/cards", cohort);
        made.then().statusCode(303);
        return printed(who, sealOf(made));
    }

    private static String sealOf(Response made) {
        String location = made.getHeader("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private Response printed(String who, String seal) {
        return Tokens.as(who).redirects().follow(false).get("/cohorts/{id}/cards/printed/{seal}", cohort, seal);
    }

    private Matcher issue(String person) {
        Matcher card =
                CARD.matcher(print(person).then().statusCode(200).extract().asString());
        assertThat(card.find()).isTrue();
        return card;
    }

    private Response print(String person) {
        return made(
                "coordinator1",
                Tokens.as("coordinator1").formParam("trainee", person).formParam("replace", "yes"));
    }

    private static Response signIn(String login, String pin) {
        return RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "tianbo-cli",
                        "scope", "openid",
                        "username", login,
                        "password", pin))
                .post("/auth/realms/tianbo/protocol/openid-connect/token");
    }
}
