package org.tianbo.practice.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.program.NginxRtmp;

/**
 * Rehearsing with a broadcasting program: a real nginx with Debian's RTMP module on loopback, an ffmpeg that pushes,
 * and the recording that comes of it.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(
        value = {RtmpPushIT.HOST, RtmpPushIT.OTHER},
        mentor = "mentor1")
class RtmpPushIT {

    static final String HOST = "pushes-rtmp";
    static final String OTHER = "pushes-rtmp-other";

    private static final String H264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 30 -c:a aac";
    private static final Pattern KEY = Pattern.compile("<code class=\"link\">(fengcheng\\.[\\w-]{43})</code>");

    private static final Pattern LINK = Pattern.compile("data-link>[^<]*(/live/[^<]+)<");

    private static NginxRtmp nginx;

    @BeforeAll
    static void aMediaServerStandsReady() throws IOException {
        nginx = NginxRtmp.start(TianboServices.SITE);
    }

    @AfterAll
    static void itIsStopped() {
        nginx.close();
    }

    @Test
    void cutOffAndPushedAgainItIsOneRecordingWithAGapThatIsWatchedLive() throws InterruptedException {
        UUID attempt = Chunks.attemptOf(HOST);
        String key = key(attempt);
        String live = invited(attempt);
        Response opened = RestAssured.given().accept("text/html").get(live);
        String viewer = live + "/as/" + opened.cookie("tianbo-viewer") + "/playlist.m3u8";

        Process first = nginx.push(key, 60, H264);
        Eventually.value(() -> takes(attempt), takes -> takes.toString().contains("[0, 2]"));
        // Only one at a time; the one that runs is left alone.
        assertThat(NginxRtmp.isLetIn(nginx.push(key, 4, H264))).isFalse();
        Eventually.value(
                () -> RestAssured.given().urlEncodingEnabled(false).get(viewer).asString(),
                list -> list.contains(".m4s"));
        assertThat(page(attempt)).contains("正在收");
        first.destroyForcibly();

        Eventually.value(() -> page(attempt), page -> page.contains("那边停了"));
        // For as long as it takes: what hands it on may need longer to start than a short push lasts.
        Process second = nginx.push(key, 60, H264);
        Eventually.value(
                () -> takes(attempt),
                takes -> takes.size() == 2 && takes.get(1).toString().contains("[0, 1]"));
        second.destroyForcibly();
        Eventually.value(() -> page(attempt), page -> page.contains("那边停了"));

        finish(HOST, attempt).then().statusCode(303);
        JsonPath recorded = Eventually.value(
                () -> Tokens.as(HOST).get("/api/attempts/{id}", attempt).jsonPath(),
                status -> status.getString("state").equals("ready"));
        assertThat(recorded.getList("gaps")).hasSize(1);
        assertThat(recorded.getLong("durationMs")).isGreaterThan(7_000);

        // The key has ended with the attempt.
        assertThat(NginxRtmp.isLetIn(nginx.push(key, 4, H264))).isFalse();
        publish(key).then().statusCode(410).body("code", equalTo("practice.attempt-closed"));
    }

    @Test
    void aWrongKeyReachesNothing() throws InterruptedException {
        UUID attempt = Chunks.attemptOf(HOST);
        String key = key(attempt);
        String wrong = key.substring(0, key.length() - 9) + "wrongkey" + key.charAt(key.length() - 1);
        assertThat(NginxRtmp.isLetIn(nginx.push(wrong, 4, H264))).isFalse();
        publish(wrong).then().statusCode(404).body("code", equalTo("practice.push-unknown"));
        put(wrong + ".1/init.mp4", movie()).then().statusCode(404);
        assertThat(takes(attempt)).isEmpty();
    }

    @Test
    void whatIsNotH264IsSaidOnThePage() throws InterruptedException {
        UUID attempt = Chunks.attemptOf(HOST);
        assertThat(NginxRtmp.isLetIn(nginx.push(key(attempt), 4, "-c:v flv1 -an")))
                .isTrue();
        Eventually.value(() -> page(attempt), page -> page.contains("没有收到能用的画面"));
        finish(HOST, attempt).then().statusCode(409);
        assertThat(takes(attempt)).isEmpty();
    }

    @Test
    void aSegmentThatIsLostOrComesTwiceNeitherStopsNorDoublesAnything() {
        UUID attempt = Chunks.attemptOf(HOST);
        String key = key(attempt);
        String name = publish(key).then().statusCode(302).extract().header("Location");
        assertThat(name).isEqualTo(key + ".1");
        publish(key).then().statusCode(409).body("code", equalTo("practice.push-busy"));
        put(name + "/0.m4s", movie()).then().statusCode(422).body("code", equalTo("practice.push-no-movie"));
        put(name + "/init.mp4", "no movie".getBytes()).then().statusCode(422);
        put(name + "/init.mp4", new byte[70_000]).then().statusCode(413);
        put(name + "/init.mp4", movie()).then().statusCode(204);
        put(name + "/0.m4s", movie()).then().statusCode(201);
        put(name + "/0.m4s", movie()).then().statusCode(200);
        put(name + "/1.m4s", movie()).then().statusCode(201);
        put(name + "/3.m4s", movie()).then().statusCode(201);
        assertThat(takes(attempt)).extracting(take -> take.get("take")).containsExactly(1, 2);
        put(name + "/index.m3u8", "#EXTM3U\n#EXT-X-ENDLIST\n".getBytes()).then().statusCode(204);
        // Ended properly, the next may begin at once.
        publish(key).then().statusCode(302).header("Location", equalTo(key + ".2"));
        put(name + "/4.m4s", movie()).then().statusCode(409).body("code", equalTo("practice.push-over"));
    }

    @Test
    void aPhonesRecordingIsNotPushedInto() {
        UUID attempt = Chunks.attemptOf(HOST);
        Chunks.put(HOST, attempt, 1, 0, Chunks.bytes("of the phone")).then().statusCode(201);
        publish(key(attempt)).then().statusCode(409).body("code", equalTo("practice.push-beside-phone"));
    }

    @Test
    void aPhoneDoesNotRecordIntoWhatIsPushed() {
        UUID attempt = Chunks.attemptOf(HOST);
        String name = publish(key(attempt)).then().statusCode(302).extract().header("Location");
        put(name + "/init.mp4", movie()).then().statusCode(204);
        put(name + "/0.m4s", movie()).then().statusCode(201);

        UUID phone = UUID.randomUUID();
        Chunks.putFrom(phone, HOST, attempt, 1, 5, Chunks.bytes("of the phone"))
                .then()
                .statusCode(409)
                .body("code", equalTo("practice.recorded-by-push"));
        Chunks.put(HOST, attempt, 1, 5, Chunks.bytes("of a phone without a name"))
                .then()
                .statusCode(409);
        Chunks.storedFor(phone, HOST, attempt).then().statusCode(409);
        // What is pushed goes on, and is whole.
        put(name + "/1.m4s", movie()).then().statusCode(201);
        finish(HOST, attempt).then().statusCode(303);
    }

    @Test
    void nobodyElseIsShownTheKeyOrEndsIt() {
        UUID attempt = Chunks.attemptOf(HOST);
        for (String other : List.of(OTHER, "mentor1", "coordinator1")) {
            Tokens.as(other)
                    .accept("text/html")
                    .get("/practice/{id}/push", attempt)
                    .then()
                    .statusCode(404);
            finish(other, attempt).then().statusCode(404);
        }
    }

    private static String key(UUID attempt) {
        Matcher key = KEY.matcher(page(attempt));
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static String page(UUID attempt) {
        return Tokens.page(HOST, "/practice/" + attempt + "/push");
    }

    private static Response finish(String login, UUID attempt) {
        return Tokens.as(login).redirects().follow(false).post("/practice/{id}/push/finish", attempt);
    }

    private static Response publish(String key) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("call", "publish")
                .formParam("name", key)
                .post("/api/pushes");
    }

    private static Response put(String path, byte[] bytes) {
        return RestAssured.given()
                .contentType("application/octet-stream")
                .body(bytes)
                .put("/api/pushes/" + path);
    }

    private static byte[] movie() {
        return "\0\0\0\u001cftypiso5 and so on".getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The live's address for one who was invited. */
    private static String invited(UUID attempt) {
        Tokens.as(HOST)
                .redirects()
                .follow(false)
                .formParams("audience", "family", "name", "大姐")
                .post("/practice/{id}/live", attempt)
                .then()
                .statusCode(303);
        Matcher link = LINK.matcher(Tokens.page(HOST, "/practice/" + attempt + "/live"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static List<Map<String, Object>> takes(UUID attempt) {
        return Tokens.as(HOST)
                .get("/api/attempts/{id}/takes", attempt)
                .jsonPath()
                .getList("");
    }
}
