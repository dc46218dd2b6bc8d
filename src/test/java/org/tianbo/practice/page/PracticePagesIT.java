package org.tianbo.practice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.tianbo.practice.Chunks.attemptOf;
import static org.tianbo.practice.Chunks.put;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.http.PageWeight;

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

    /** What was sent of it is not deleted: after three days without more it is made a recording. */
    @Test
    void anUnfinishedAttemptSaysUntilWhenItWaitsForItsPhone() {
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 0, "begun".getBytes(StandardCharsets.UTF_8)).then().statusCode(201);
        String day = DateTexts.day(Instant.now().plus(Duration.ofDays(3)));
        page(TRAINEE, "/practice/" + id, 200, "到 " + day + " 还没有新的传来，就用已经传来的做成录像。");
        Tokens.as(TRAINEE).accept("text/html").get("/practice/" + id).then().body(not(containsString("就会删掉")));
        page(TRAINEE, "/practice", 200, "没录完的，3 天没有新的传来，就用已经传来的做成录像；");
    }

    @Test
    void whatWasPractisedLastIsProposedAgainAndTheCameraKnowsEveryStep() {
        attemptOf(THIRD);
        page(THIRD, "/practice/new", 200, "value=\"冻米糖\"");
        page(THIRD, "/practice/camera", 200, "data-show=\"product-loop\"");
    }

    @Test
    void theCameraPageWeighsAtMost60KilobytesWithAllItNeeds() throws IOException {
        String page = Tokens.as(THIRD)
                .accept("text/html")
                .get("/practice/camera")
                .body()
                .asString();
        assertThat(PageWeight.assets(page))
                .anyMatch(name -> name.startsWith("practice-camera-") && name.endsWith(".js"));
        assertThat(PageWeight.of(page)).isLessThanOrEqualTo(60_000);
    }

    private static void page(String login, String path, int status, String words) {
        Tokens.as(login).accept("text/html").get(path).then().statusCode(status).body(containsString(words));
    }
}
