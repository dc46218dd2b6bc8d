package org.tianbo.learning.page;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** What a trainee means to say, looked through before they say it. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(WordCheckIT.TRAINEE)
class WordCheckIT {

    static final String TRAINEE = "word-check";
    private static final String PAGE = "/learn/check-words";

    @Test
    void whatBreaksARuleIsMarkedAndLeadsToTheRule() {
        trainee()
                .formParam("text", "这是全国最好的大米。收到最好先打开看看。")
                .post(PAGE)
                .then()
                .statusCode(200)
                .body(containsString("最好</mark>的大米"))
                .body(containsString("收到最好先打开看看"))
                .body(not(containsString("收到<mark")))
                .body(containsString("/rules/no-absolute-claims"));
    }

    @Test
    void anHonestSentenceIsLeftAlone() {
        trainee()
                .formParam("text", "三十个四十五块，前天捡的，碎几个赔几个。")
                .post(PAGE)
                .then()
                .statusCode(200)
                .body(not(containsString("<mark")))
                .body(containsString("没有查出要改的"));
    }

    @Test
    void aTitleIsLookedThroughWhileItIsTyped() {
        trainee()
                .contentType("application/json")
                .body(Map.of("text", "全国最好的大米"))
                .post("/api/word-checks")
                .then()
                .statusCode(200)
                .body("found[0].from", equalTo(2))
                .body("found[0].to", equalTo(4))
                .body("found[0].severity", equalTo("STOP"))
                .body("found[0].rule", equalTo("no-absolute-claims"));
        trainee()
                .contentType("application/json")
                .body(Map.of("text", "富硒大米".repeat(400)))
                .post("/api/word-checks")
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsPutInIsShownAsTextAndNothingElse() {
        trainee()
                .formParam("text", "<script>最好</script>")
                .post(PAGE)
                .then()
                .statusCode(200)
                .body(not(containsString("<script>最好")))
                .body(containsString("&lt;script&gt;"));
    }

    @Test
    void aWholeBookIsRefused() {
        trainee().formParam("text", "米".repeat(1501)).post(PAGE).then().statusCode(422);
    }

    @Test
    void itIsThereForTraineesOnly() {
        Tokens.as("officer1").get(PAGE).then().statusCode(403);
    }

    private static RequestSpecification trainee() {
        return Tokens.as(TRAINEE).contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
