package org.tianbo.practice.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.CountyAttempts;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.hls.LiveLeases;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Lives;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** Who comes late, who comes in crowds, and what is left of them later: over a real PostgreSQL. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(LiveGuestsIT.HOST)
class LiveGuestsIT {

    static final String HOST = "has-guests";

    private static final String COUNTY = "fengcheng";

    @Inject
    LiveLeases lives;

    @Inject
    TalkSweep sweep;

    @Inject
    CountyAttempts attempts;

    @Test
    void whoComesLateSeesHowFarItIsAndWhatWasSaidLast() {
        UUID attempt = Chunks.attemptOf(HOST);
        String page = Lives.invite(HOST, attempt);
        at(attempt, "step", Map.of("ref", "hook"));
        at(attempt, "product", Map.of("number", 1));
        at(attempt, "step", Map.of("ref", "price"));
        at(attempt, "product", Map.of("number", 2));
        lives.manyComments(attempt, 40);

        Listener late = Guest.opens(page).listens(Map.of());
        String heard = late.hears("第 40 句");
        assertThat(heard)
                .contains("event:step", "\"words\":\"price\"", "event:product", "\"words\":\"2\"", "第 20 句")
                .doesNotContain("\"words\":\"hook\"", "\"words\":\"1\"", "第 5 句");
        Tokens.as(HOST)
                .contentType("application/json")
                .body(Map.of("number", 0))
                .put("/api/attempts/{id}/live/product", attempt)
                .then()
                .statusCode(422);
    }

    @Test
    void aFullLiveSaysSoAndKeepsThoseWhoAreInIt() {
        UUID attempt = Chunks.attemptOf(HOST);
        String page = Lives.invite(HOST, attempt);
        Guest early = Guest.opens(page);
        lives.manyViewers(attempt, 599);
        Guest waiting = Guest.opens(page);
        early.listens(Map.of());
        RestAssured.given()
                .accept("text/html")
                .header("Accept-Language", "zh-CN")
                .get(page)
                .then()
                .statusCode(429)
                .body(containsString("坐满了"));
        RestAssured.given()
                .cookie("tianbo-viewer", waiting.pass())
                .get(page + "/events")
                .then()
                .statusCode(429);
        early.listens(Map.of());
    }

    @Test
    void theFifthPageOfOneViewerEndsTheFirst() {
        Guest viewer = Guest.opens(Lives.invite(HOST, Chunks.attemptOf(HOST)));
        Listener first = viewer.listens(Map.of());
        for (int more = 0; more < 3; more++) {
            viewer.listens(Map.of());
        }
        assertThat(first.heard("live.elsewhere")).isFalse();
        Listener fifth = viewer.listens(Map.of());
        first.hears("live.elsewhere");
        assertThat(fifth.heard("live.elsewhere")).isFalse();
    }

    @Test
    void whatWasSaidAndWhoWatchedIsDeletedAMonthAfterTheEndAsThePagesSay() {
        UUID attempt = Chunks.attemptOf(HOST);
        String link = Lives.invite(HOST, attempt);
        Guest guest = Guest.opens(link);
        for (String page : new String[] {link, "/practice/" + attempt + "/live"}) {
            Tokens.as(HOST)
                    .header("Accept-Language", "zh-CN")
                    .accept("text/html")
                    .get(page)
                    .then()
                    .body(containsString("30 天后"));
        }
        guest.listens(Map.of());
        guest.says("真好吃").then().statusCode(204);
        Attempts.record(HOST, attempt);
        assertThat(lives.rowsOf(attempt)).isEqualTo(4);

        attempts.rest(COUNTY, attempt, Duration.ofDays(29));
        attempts.everywhere(sweep::run);
        assertThat(lives.rowsOf(attempt)).isEqualTo(4);
        attempts.rest(COUNTY, attempt, Duration.ofDays(2));
        attempts.everywhere(sweep::run);
        assertThat(lives.rowsOf(attempt)).isZero();
        RestAssured.given().accept("text/html").get(link).then().statusCode(404);
    }

    @Test
    void aLiveThatNeverBeganIsForgottenAMonthAfterItsLastInvitation() {
        UUID attempt = Chunks.attemptOf(HOST);
        Lives.invite(HOST, attempt);
        lives.endInvitations(attempt, Duration.ofDays(29));
        attempts.everywhere(sweep::run);
        assertThat(lives.rowsOf(attempt)).isEqualTo(2);
        lives.endInvitations(attempt, Duration.ofDays(31));
        attempts.everywhere(sweep::run);
        Eventually.value(() -> lives.rowsOf(attempt), rows -> rows == 0);
    }

    private static void at(UUID attempt, String what, Map<String, ?> body) {
        Tokens.as(HOST)
                .contentType("application/json")
                .body(body)
                .put("/api/attempts/{id}/live/{what}", attempt, what)
                .then()
                .statusCode(204);
    }
}
