package org.tianbo.practice.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** What viewers say, over real server-sent events and a real PostgreSQL. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = LiveTalkIT.HOST, mentor = "mentor1")
class LiveTalkIT {

    static final String HOST = "talks-live";

    /** A page that listens. */
    private static final class Listener {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        Listener(String path, Map<String, String> headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TianboServices.SITE + path));
            headers.forEach(request::header);
            HttpClient.newHttpClient()
                    .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body().forEach(lines::add));
        }

        String hears(String part) {
            return Eventually.value(() -> String.join("\n", lines), all -> all.contains(part));
        }

        boolean heard(String part) {
            return String.join("\n", lines).contains(part);
        }
    }

    private record Viewer(String page, String pass) {

        static Viewer opens(String page) {
            Response opened = RestAssured.given().accept("text/html").get(page);
            opened.then().statusCode(200);
            return new Viewer(page, opened.cookie("tianbo-viewer"));
        }

        Listener listens(Map<String, String> more) {
            Map<String, String> headers = new HashMap<>(more);
            headers.put("Cookie", "tianbo-viewer=" + pass);
            Listener listener = new Listener(page + "/events", headers);
            listener.hears("event:state");
            return listener;
        }

        Response says(String words) {
            return posts(RestAssured.given(), "/comments", Map.of("words", words));
        }

        Response posts(RequestSpecification who, String path, Map<String, String> body) {
            return who.header("Sec-Fetch-Site", "same-origin")
                    .cookie("tianbo-viewer", pass)
                    .contentType("application/json")
                    .accept("application/json")
                    .body(body)
                    .post(page + path);
        }
    }

    @Test
    void whatOneSaysAllSeeAsTextAndWhoMissedItIsSentItAgain() {
        UUID attempt = Chunks.attemptOf(HOST);
        String page = invite(attempt);
        Viewer sister = Viewer.opens(page);
        Viewer brother = Viewer.opens(page);
        Listener sisters = sister.listens(Map.of());
        Listener brothers = brother.listens(Map.of());
        Listener host = host(attempt);
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
        Viewer viewer = Viewer.opens(invite(Chunks.attemptOf(HOST)));
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
    void theHostTakesACommentAwayAndSendsItsViewerOff() {
        UUID attempt = Chunks.attemptOf(HOST);
        Viewer viewer = Viewer.opens(invite(attempt));
        Listener page = viewer.listens(Map.of());
        Listener host = host(attempt);
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
        assertThat(Viewer.opens(viewer.page()).listens(Map.of()).heard("乱说")).isFalse();
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
        String page = invite(attempt);
        Viewer mentor = Viewer.opens(page);
        Listener others = Viewer.opens(page).listens(Map.of());
        Listener host = host(attempt);
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

    private static Listener host(UUID attempt) {
        Listener host = new Listener(
                "/api/attempts/" + attempt + "/live/events", Map.of("Authorization", "Bearer " + Tokens.of(HOST)));
        host.hears("event:state");
        return host;
    }

    private static String invite(UUID attempt) {
        Tokens.as(HOST)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams("audience", "family", "name", "大姐")
                .post("/practice/{id}/live", attempt)
                .then()
                .statusCode(303);
        Matcher link = Pattern.compile("data-link>[^<]*(/live/[^<]+)<")
                .matcher(Tokens.as(HOST).get("/practice/{id}/live", attempt).asString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
