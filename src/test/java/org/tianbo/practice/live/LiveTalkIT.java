package org.tianbo.practice.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.hls.LiveLeases;
import org.tianbo.testsupport.Lives;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** What viewers say, over real server-sent events and a real PostgreSQL. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = LiveTalkIT.HOST, mentor = "mentor1")
class LiveTalkIT {

    static final String HOST = "talks-live";

    @Inject
    LiveLeases lives;

    @Test
    void whatOneSaysAllSeeAsTextAndWhoMissedItIsSentItAgain() {
        UUID attempt = Chunks.attemptOf(HOST);
        String page = Lives.invite(HOST, attempt);
        Guest sister = Guest.opens(page);
        Guest brother = Guest.opens(page);
        Listener sisters = sister.listens(Map.of());
        Listener brothers = brother.listens(Map.of());
        Listener host = Listener.host(HOST, attempt);
        sister.says("<script>alert(1)</script> 好吃吗").then().statusCode(204);
        String heard = brothers.hears("好吃吗");
        assertThat(heard)
                .contains("\"name\":\"大姐\"")
                .contains("<script>alert(1)</script>")
                .doesNotContain("viewer\"");
        sisters.hears("\"own\":true");
        assertThat(host.hears("好吃吗")).contains("\"viewer\":\"");
        brothers.hears("\"watching\":2");

        String first = id(heard, "好吃吗");
        sister.says("再来一个").then().statusCode(204);
        Listener again = brother.listens(Map.of("Last-Event-ID", first));
        assertThat(again.hears("再来一个")).doesNotContain("好吃吗");
    }

    @Test
    void aFloodOfCommentsIsRefusedAndNothingIsTooLongOrEmpty() {
        Guest viewer = Guest.opens(Lives.invite(HOST, Chunks.attemptOf(HOST)));
        viewer.says("字".repeat(201)).then().statusCode(422);
        viewer.says("   ").then().statusCode(422);
        for (int said = 0; said < 5; said++) {
            viewer.says("第 " + said).then().statusCode(204);
        }
        viewer.says("第六").then().statusCode(429).body("code", equalTo("live.too-fast"));
        RestAssured.given()
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .accept("application/json")
                .body(Map.of("words", "没有门票"))
                .post(viewer.page() + "/comments")
                .then()
                .statusCode(403);
    }

    @Test
    void aCrowdThatTalksIsHeldBackAndItsMentorIsHeardAllTheSame() {
        UUID attempt = Chunks.attemptOf(HOST);
        Guest mentor = Guest.opens(Lives.invite(HOST, attempt));
        Listener host = Listener.host(HOST, attempt);
        lives.manyComments(attempt, 60);
        mentor.says("挤不进去").then().statusCode(429).body("code", equalTo("live.too-fast"));
        mentor.posts(Tokens.as("mentor1"), "/whispers", Map.of("words", "先答价格"))
                .then()
                .statusCode(204);
        host.hears("先答价格");
    }

    @Test
    void theHostTakesACommentAwayAndSendsItsViewerOff() {
        UUID attempt = Chunks.attemptOf(HOST);
        Guest viewer = Guest.opens(Lives.invite(HOST, attempt));
        Listener page = viewer.listens(Map.of());
        Listener host = Listener.host(HOST, attempt);
        viewer.says("乱说").then().statusCode(204);
        String heard = host.hears("乱说");
        String number = id(heard, "乱说");
        Matcher id = Pattern.compile("\"viewer\":\"([0-9a-f-]{36})\"").matcher(heard);
        assertThat(id.find()).isTrue();
        Tokens.as("trainee2")
                .delete("/api/attempts/{id}/live/comments/{number}", attempt, number)
                .then()
                .statusCode(404);
        Tokens.as(HOST)
                .delete("/api/attempts/{id}/live/comments/{number}", attempt, number)
                .then()
                .statusCode(204);
        page.hears("\"about\":" + number);
        assertThat(Guest.opens(viewer.page()).listens(Map.of()).heard("乱说")).isFalse();
        Tokens.as(HOST)
                .delete("/api/attempts/{id}/live/viewers/{viewer}", attempt, id.group(1))
                .then()
                .statusCode(204);
        page.hears("live.removed");
        Eventually.value(() -> viewer.says("还在").statusCode(), status -> status == 410);
        RestAssured.given()
                .cookie("tianbo-viewer", viewer.pass())
                .get(viewer.page() + "/playlist.m3u8")
                .then()
                .statusCode(410);
    }

    @Test
    void whatAMentorWhispersTheHostAloneSees() {
        UUID attempt = Chunks.attemptOf(HOST);
        String page = Lives.invite(HOST, attempt);
        Guest mentor = Guest.opens(page);
        Listener others = Guest.opens(page).listens(Map.of());
        Listener host = Listener.host(HOST, attempt);
        Map<String, String> words = Map.of("words", "慢一点");
        mentor.posts(Tokens.as("mentor1"), "/whispers", words).then().statusCode(204);
        assertThat(host.hears("慢一点")).contains("event:whisper");
        mentor.says("大家好").then().statusCode(204);
        others.hears("大家好");
        assertThat(others.heard("慢一点")).isFalse();
        mentor.posts(RestAssured.given(), "/whispers", words).then().statusCode(not(204));
        mentor.posts(Tokens.as("trainee2"), "/whispers", words).then().statusCode(403);
        mentor.posts(Tokens.as("mentor1"), "/markers", Map.of("meaning", "good"))
                .then()
                .statusCode(409)
                .body("code", equalTo("live.nothing-shown"));
    }

    private static String id(String stream, String words) {
        Matcher event = Pattern.compile("\"number\":(\\d+),[^\\n]*" + words).matcher(stream);
        assertThat(event.find()).isTrue();
        return event.group(1);
    }
}
