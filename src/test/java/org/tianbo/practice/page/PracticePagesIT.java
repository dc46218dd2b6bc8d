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
import org.tianbo.testsupport.Trainees;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({PracticePagesIT.TRAINEE, PracticePagesIT.OTHER, PracticePagesIT.THIRD})
class PracticePagesIT {

    static final String TRAINEE = "practice-pages";
    static final String OTHER = "practice-pages-other";
    static final String THIRD = "practice-pages-third";

    @Test
    void aTraineeFindsTheAttemptInTheListAndOnItsOwnPage() {
        UUID id = attemptOf(TRAINEE);
        page(TRAINEE, "/practice", 200, "data-attempt=\"" + id + "\"");
        page(TRAINEE, "/practice/" + id, 200, "data-state=\"planned\"");
        page(OTHER, "/practice/" + id, 404, "没有这段练播");
        page("mentor1", "/practice", 403, "");
    }

    @Test
    void whatWasPractisedLastIsProposedAgainAndTheCameraKnowsEveryStep() {
        attemptOf(THIRD);
        page(THIRD, "/practice/new", 200, "value=\"冻米糖\"");
        page(THIRD, "/practice/camera", 200, "data-show=\"product-loop\"");
    }

    private static void page(String login, String path, int status, String words) {
        Tokens.as(login).accept("text/html").get(path).then().statusCode(status).body(containsString(words));
    }
}
