package org.tianbo.practice.page;

import static org.hamcrest.Matchers.containsString;
import static org.tianbo.practice.Chunks.attemptOf;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PracticePagesIT {

    @Test
    void aTraineeFindsTheAttemptInTheListAndOnItsOwnPage() {
        UUID id = attemptOf("trainee3");
        page("trainee3", "/practice", 200, "data-attempt=\"" + id + "\"");
        page("trainee3", "/practice/" + id, 200, "data-state=\"planned\"");
        page("trainee2", "/practice/" + id, 404, "没有这段练播");
        page("mentor1", "/practice", 403, "");
    }

    @Test
    void whatWasPractisedLastIsProposedAgainAndTheCameraKnowsEveryStep() {
        attemptOf("trainee4");
        page("trainee4", "/practice/new", 200, "value=\"冻米糖\"");
        page("trainee4", "/practice/camera", 200, "data-show=\"product-loop\"");
    }

    private static void page(String login, String path, int status, String words) {
        Tokens.as(login).accept("text/html").get(path).then().statusCode(status).body(containsString(words));
    }
}
