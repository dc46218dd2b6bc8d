package org.tianbo.mentoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.practice.CountyAttempts;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** A review outlives the recording it is about; needs the jobs, the rule that removes and the pages of both people. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = RecordingGoneIT.TRAINEE, mentor = RecordingGoneIT.MENTOR)
class RecordingGoneIT {

    static final String TRAINEE = "recording-gone";
    static final String MENTOR = "mentor1";

    private static final String COUNTY = "fengcheng";
    private static final Instant LONG_AGO = Instant.parse("2001-06-01T00:00:00Z");

    @Inject
    CountyAttempts attempts;

    @Any
    @Inject
    Instance<RetentionRule> rules;

    @Test
    void bothStillReadTheWordsAndScoresAndThatTheRecordingIsGone() {
        UUID attempt = Attempts.submitted(TRAINEE, "冻米糖");
        String review = Reviews.published(MENTOR, attempt);
        Eventually.value(() -> Attempts.state(TRAINEE, attempt), "reviewed"::equals);
        page(TRAINEE, "/practice/" + attempt + "/feedback").body(not(containsString("data-gone")));
        page(MENTOR, "/mentoring/" + review).body(not(containsString("data-gone")));

        assertThat(Tokens.page(TRAINEE, "/practice")).contains("36 个月后自动删掉，点评一直留着");
        assertThat(Tokens.page(TRAINEE, "/practice/" + attempt)).contains("36 个月后录像自动删掉，老师的点评一直留着");

        attempts.reviewedLongAgo(COUNTY, attempt, LONG_AGO);
        RetentionRule recordings = rules.stream()
                .filter(one -> one.rule() == RetentionRule.Rule.RECORDINGS)
                .findFirst()
                .orElseThrow();
        attempts.remove(COUNTY, recordings, LONG_AGO.plus(Duration.ofDays(1)));

        page(TRAINEE, "/practice/" + attempt + "/feedback")
                .body(containsString("data-gone"))
                .body(containsString("先报重量和价钱"))
                .body(containsString("一上来就说清楚是谁"))
                .body(containsString("80"))
                .body(not(containsString("<video")));
        page(MENTOR, "/mentoring/" + review).body(containsString("data-gone")).body(containsString("先报重量和价钱"));
        page(TRAINEE, "/practice/" + attempt).body(containsString("/practice/" + attempt + "/feedback"));
        page(TRAINEE, "/practice").body(containsString("冻米糖"));
    }

    private static ValidatableResponse page(String login, String address) {
        return Tokens.as(login).accept("text/html").get(address).then().statusCode(200);
    }
}
