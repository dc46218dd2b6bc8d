package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Cards;
import org.tianbo.people.account.Accounts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CardIT extends TraineeCards {

    @Inject
    Accounts accounts;

    @Inject
    Cards cards;

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
    void aWithdrawnCardIsShownAsNone() {
        issue(trainee);
        classes.outsideTransactions(() -> {
            cards.withdraw(UUID.fromString(trainee));
            return trainee;
        });

        Tokens.as("officer1")
                .get("/cohorts/{id}/cards", cohort)
                .then()
                .statusCode(200)
                .body(containsString("还没有一个人有登录卡"), containsString("还没有卡"));
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
}
