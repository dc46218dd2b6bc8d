package org.tianbo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Lessons;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.JobsAtRest;
import org.tianbo.testsupport.database.RoundTrips;

/**
 * How often a page waits for PostgreSQL. What everybody opens all day asks one question, and the county travels with
 * it. A transaction costs two: the county is named with its begin, and it is committed; each statement costs one more.
 * Needs the driver and what it really sends.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RoundTripsIT {

    /** What runs by itself, such as a look at revoked sessions each second, is not in the smallest of some counts. */
    private static final int TIMES = 5;

    private static final String LESSON = "/learn/speaking-to-camera/first-sentence";

    @Inject
    Newcomers newcomers;

    @Inject
    Curriculum curriculum;

    @Inject
    Clock clock;

    @ParameterizedTest
    @CsvSource({
        "/offline, 0",
        "/api/me, 1",
        "/, 9",
        "/api/courses, 0",
        "/learn, 1",
        LESSON + ", 1",
        LESSON + "/quiz, 1",
        "/learn/words, 0"
    })
    void aTraineesPageWaitsNoOftenerThanThat(String address, int most) {
        newcomers.join("waits-for-pages", Roles.TRAINEE);
        call("waits-for-pages", address, null);

        assertThat(fewest("waits-for-pages", address, null)).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({LESSON + ", 1"})
    void aPageThatIsKnownWaitsNoOftenerThanThat(String address, int most) {
        newcomers.join("knows-the-page", Roles.TRAINEE);
        String tag = Tokens.as("knows-the-page").get(address).header("ETag");

        assertThat(fewest("knows-the-page", address, tag)).isEqualTo(most);
    }

    @Test
    void aLessonThatIsDoneIsOnePageThatIsKnownWithoutTheDatabase() {
        newcomers.join("comes-back-to-a-lesson", Roles.TRAINEE);
        Lessons.learnEverything(curriculum, Tokens.as("comes-back-to-a-lesson"), clock.instant());
        String tag = Tokens.as("comes-back-to-a-lesson").get(LESSON).header("ETag");

        assertThat(fewest("comes-back-to-a-lesson", LESSON, tag)).isZero();
    }

    private static int fewest(String login, String address, String tag) {
        JobsAtRest.await();
        return IntStream.range(0, TIMES)
                .map(time -> RoundTrips.of(() -> call(login, address, tag)))
                .min()
                .orElseThrow();
    }

    private static void call(String login, String address, String tag) {
        Tokens.as(login)
                .accept("text/html,application/json")
                .header("If-None-Match", tag == null ? "\"unknown\"" : tag)
                .get(address)
                .then()
                .statusCode(tag == null ? 200 : 304);
    }
}
