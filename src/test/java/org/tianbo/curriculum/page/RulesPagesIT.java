package org.tianbo.curriculum.page;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rule;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RulesPagesIT {

    @Inject
    Curriculum curriculum;

    @ParameterizedTest
    @ValueSource(strings = {"trainee1", "mentor1", "coordinator1", "officer1", "auditor1"})
    void whoeverIsSignedInReadsTheRulesAndThatTheyAreNoLegalAdvice(String login) {
        var list = Tokens.as(login).accept("text/html").get("/rules").then().statusCode(200);
        list.body(containsString("不是法律意见"));
        curriculum.rules().forEach(rule -> list.body(containsString("href=\"/rules/" + rule.slug() + "\"")));
    }

    @Test
    void everyRuleShowsItsSourceAndTheDayItWasReviewedInBothLanguages() {
        for (Rule rule : curriculum.rules()) {
            Tokens.as("trainee1")
                    .accept("text/html")
                    .get("/rules/" + rule.slug())
                    .then()
                    .statusCode(200)
                    .body(containsString("不是法律意见"))
                    .body(containsString(rule.reviewedOn().toString()));
            Tokens.as("trainee1")
                    .accept("text/html")
                    .header("Accept-Language", "en")
                    .get("/rules/" + rule.slug())
                    .then()
                    .statusCode(200)
                    .body(containsString("not legal advice"))
                    .body(containsString(rule.reviewedOn().toString()));
        }
    }

    @Test
    void aRuleThatIsNotThereIsNotFoundAndAStrangerSignsInFirst() {
        Tokens.as("trainee1").accept("text/html").get("/rules/none").then().statusCode(404);
        RestAssured.given().redirects().follow(false).get("/rules").then().statusCode(302);
    }
}
