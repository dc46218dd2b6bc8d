package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.tianbo.practice.Chunks.attemptOf;
import static org.tianbo.practice.Chunks.finish;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.take.MediaProbe;
import org.tianbo.practice.take.ProbeResult;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(RecordingIT.TRAINEE)
class RecordingIT extends SentTakes {

    static final String TRAINEE = "recording";

    @Inject
    MediaProbe inspection;

    @Test
    void takesOfDifferentKindsBecomeOneRecordingWithItsGap() throws IOException {
        UUID id = attemptOf(TRAINEE);
        int first = send(TRAINEE, id, 1, webm("first.webm", 4, "320x240"));
        int second = send(TRAINEE, id, 2, fragmentedMp4("second.mp4", 3, "360x640", true));
        int third = send(TRAINEE, id, 3, beheaded());
        finish(
                        TRAINEE,
                        id,
                        List.of(
                                take(1, first, "2026-06-18T12:00:00Z", "2026-06-18T12:00:04Z"),
                                take(2, second, "2026-06-18T12:00:24Z", "2026-06-18T12:00:27Z"),
                                take(3, third, "2026-06-18T12:00:30Z", "2026-06-18T12:00:33Z")))
                .then()
                .statusCode(202);

        JsonPath made = atRest(TRAINEE, id);
        assertThat(made.getString("state")).isEqualTo("ready");
        assertThat(made.getLong("durationMs")).isBetween(6_000L, 7_300L);
        assertThat(made.getList("gaps.reason")).containsExactly("interrupted", "unreadable");
        assertThat(made.getLong("gaps[0].atMs")).isCloseTo(4_000L, within(150L));
        assertThat(made.getLong("gaps[0].lengthMs")).isEqualTo(20_000L);
        assertThat(made.getList("readings.takes.readable")).containsExactly(true, true, false);
        assertThat(made.getLong("marks[0].atMs")).isZero();

        Path video = download(made.getString("links.video"));
        ProbeResult probed = inspection.inspect(video);
        assertThat(probed.width()).isEqualTo(640);
        assertThat(probed.height()).isEqualTo(480);
        assertThat(probed.lengthMs()).isCloseTo(made.getLong("durationMs"), within(100L));
        assertThat(codecs(video)).containsExactlyInAnyOrder("h264", "aac");
        String octets = Files.readString(video, StandardCharsets.ISO_8859_1);
        assertThat(octets.indexOf("moov")).isPositive().isLessThan(octets.indexOf("mdat"));
        assertThat(Files.readAllBytes(download(made.getString("links.poster")))).startsWith(0xff, 0xd8);
        JsonPath measured = measured(TRAINEE, id);
        assertThat(measured.getDouble("readings.meanVolumeDb")).isNegative();
        assertThat(measured.getDouble("readings.brightness")).isBetween(16.0, 235.0);
        assertThat(measured.getDouble("readings.loudnessLufs")).isNegative();
        assertThat(measured.getLong("readings.longestSilenceMs")).isBetween(0L, measured.getLong("readings.silenceMs"));
        assertThat(measured.getString("links.video")).contains("/recording-");
    }

    @Test
    void whatAPhoneCodedAsBrowsersPlayItStaysAsItIs() throws IOException {
        UUID id = attemptOf(TRAINEE);
        Path take = fragmentedMp4("as-coded.mp4", 3, "240x320", true);
        int first = send(TRAINEE, id, 1, take);
        int second = send(TRAINEE, id, 2, take);
        finish(
                        TRAINEE,
                        id,
                        List.of(
                                take(1, first, "2026-06-18T12:00:00Z", "2026-06-18T12:00:03Z"),
                                take(2, second, "2026-06-18T12:00:10Z", "2026-06-18T12:00:13Z")))
                .then()
                .statusCode(202);
        JsonPath made = atRest(TRAINEE, id);
        assertThat(made.getLong("durationMs")).isCloseTo(6_000L, within(100L));
        assertThat(made.getLong("gaps[0].lengthMs")).isEqualTo(7_000L);
        Path video = download(made.getString("links.video"));
        assertThat(inspection.inspect(video).width()).isEqualTo(240);
        String page = Tokens.page(TRAINEE, "/practice/" + id);
        assertThat(page).contains("data-player");
        assertThat(measured(TRAINEE, id).getDouble("readings.brightness")).isBetween(16.0, 235.0);
        assertThat(Tokens.page(TRAINEE, "/practice/" + id)).doesNotContain("data-in-the-making");
    }

    @Test
    void aLinkPlaysAnyStretchAndNothingElse() throws IOException {
        UUID id = attemptOf(TRAINEE);
        int chunks = send(TRAINEE, id, 1, webm("short.webm", 1, "320x240"));
        finish(TRAINEE, id, List.of(take(1, chunks))).then().statusCode(202);
        String link = atRest(TRAINEE, id).getString("links.video");
        byte[] whole = Files.readAllBytes(download(link));
        String length = Integer.toString(whole.length);

        Response part = range(link, "bytes=10-29");
        part.then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-29/" + length)
                .header("Content-Length", "20");
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 10, 30));
        assertThat(range(link, "bytes=-7").asByteArray())
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));
        range(link, "bytes=" + length + "-").then().statusCode(416).header("Content-Range", "bytes */" + length);
        plain().header("Range", "bytes=0-9")
                .header("If-Range", "\"other\"")
                .get(link)
                .then()
                .statusCode(200);
        plain().header("Range", "bytes=0-9")
                .header("If-Range", part.header("ETag"))
                .get(link)
                .then()
                .statusCode(206);
        plain().head(link)
                .then()
                .statusCode(200)
                .header("Content-Length", length)
                .header("Accept-Ranges", "bytes")
                .header("Content-Type", "video/mp4")
                .header("Cache-Control", "private, max-age=3600");

        plain().get(link.replace("recording-", "poster-"))
                .then()
                .statusCode(403)
                .body("code", equalTo("media.link-refused"));
        plain().get(link.replaceAll("exp=\\d", "exp=9")).then().statusCode(403);
        plain().get(link.substring(0, link.indexOf('?'))).then().statusCode(403);
        plain().get("/media/../application.properties").then().statusCode(404);
    }

    /** A take whose beginning is gone, so that nothing of it can be understood. */
    private Path beheaded() throws IOException {
        byte[] whole = Files.readAllBytes(fragmentedMp4("beheaded.mp4", 1, "320x240", false));
        return Files.write(folder.resolve("beheaded.bin"), Arrays.copyOfRange(whole, 3_000, whole.length));
    }
}
