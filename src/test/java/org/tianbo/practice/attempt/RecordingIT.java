package org.tianbo.practice.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.tianbo.practice.attempt.Chunks.attemptOf;
import static org.tianbo.practice.attempt.Chunks.finish;
import static org.tianbo.practice.attempt.Chunks.put;
import static org.tianbo.practice.attempt.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.MediaInput;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.practice.AttemptSubmitted;
import org.tianbo.practice.recording.MediaProbe;
import org.tianbo.practice.recording.ProbeResult;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RecordingIT {

    private static final int CHUNK = 20_000;
    private static final List<String> AT_REST = List.of("ready", "submitted", "failed");

    @Inject
    Ffmpeg ffmpeg;

    @Inject
    MediaProbe inspection;

    @Inject
    Mentors mentors;

    @TempDir
    Path folder;

    /** Hears what goes to the mentors. */
    @Singleton
    static class Mentors {

        final List<AttemptSubmitted> waiting = new CopyOnWriteArrayList<>();

        void receive(@Observes AttemptSubmitted submitted) {
            waiting.add(submitted);
        }
    }

    @Test
    void takesOfDifferentKindsBecomeOneRecordingWithItsGap() throws IOException {
        UUID id = attemptOf("trainee1");
        int first = send(id, 1, webm("first.webm", 4, "320x240"));
        int second = send(id, 2, fragmentedMp4("second.mp4", 3, "360x640", true));
        int third = send(id, 3, beheaded());
        finish(
                        "trainee1",
                        id,
                        List.of(
                                take(1, first, "2026-06-18T12:00:00Z", "2026-06-18T12:00:04Z"),
                                take(2, second, "2026-06-18T12:00:24Z", "2026-06-18T12:00:27Z"),
                                take(3, third, "2026-06-18T12:00:30Z", "2026-06-18T12:00:33Z")))
                .then()
                .statusCode(202);

        JsonPath made = atRest(id);
        assertThat(made.getString("state")).isEqualTo("ready");
        assertThat(made.getLong("durationMs")).isBetween(6_000L, 7_300L);
        assertThat(made.getList("gaps.reason")).containsExactly("interrupted", "unreadable");
        assertThat(made.getLong("gaps[0].atMs")).isCloseTo(4_000L, within(150L));
        assertThat(made.getLong("gaps[0].lengthMs")).isEqualTo(20_000L);
        assertThat(made.getList("readings.takes.readable")).containsExactly(true, true, false);
        assertThat(made.getDouble("readings.meanVolumeDb")).isNegative();
        assertThat(made.getDouble("readings.brightness")).isBetween(16.0, 235.0);
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
    }

    @Test
    void aTakeThatBrokeOffIsPlayableUpToThere() throws IOException {
        UUID id = attemptOf("trainee2");
        byte[] whole = Files.readAllBytes(webm("whole.webm", 6, "640x360"));
        Path broken = Files.write(folder.resolve("broken.webm"), Arrays.copyOf(whole, whole.length * 2 / 3));
        byte[] fragments = Files.readAllBytes(fragmentedMp4("fragments.mp4", 6, "640x360", true));
        Path brokenMp4 = Files.write(folder.resolve("broken.mp4"), Arrays.copyOf(fragments, fragments.length * 2 / 3));
        int first = send("trainee2", id, 1, broken);
        int second = send("trainee2", id, 2, brokenMp4);
        finish("trainee2", id, List.of(take(1, first), take(2, second))).then().statusCode(202);
        JsonPath made = atRest("trainee2", id);
        assertThat(made.getString("state")).isEqualTo("ready");
        assertThat(made.getList("readings.takes.readable")).containsExactly(true, true);
        assertThat(made.getLong("durationMs")).isBetween(4_000L, 11_000L);
    }

    @Test
    void withoutSoundTheRecordingHasSilenceAndAnUprightPhoneStaysUpright() throws IOException {
        UUID id = attemptOf("trainee1");
        int chunks = send(id, 1, fragmentedMp4("mute.mp4", 2, "720x1280", false));
        finish("trainee1", id, List.of(take(1, chunks))).then().statusCode(202);
        Tokens.as("trainee1").post("/api/attempts/{id}/submit", id).then().statusCode(200);
        JsonPath made = atRest(id);
        assertThat(made.getString("state")).isEqualTo("submitted");
        assertThat(made.getInt("readings.width")).isEqualTo(480);
        assertThat(codecs(download(made.getString("links.video")))).contains("aac");
        assertThat(mentors.waiting.stream().filter(one -> one.attempt().equals(id)))
                .hasSize(1);
        Tokens.as("mentor1").get("/api/attempts/{id}", id).then().statusCode(200);
        Tokens.as("officer1").get("/api/attempts/{id}", id).then().statusCode(200);
        Tokens.as("mentor3").get("/api/attempts/{id}", id).then().statusCode(404);
        Tokens.as("trainee2").get("/api/attempts/{id}", id).then().statusCode(404);
        Tokens.as("trainee1").post("/api/attempts/{id}/submit", id).then().statusCode(200);
        assertThat(mentors.waiting.stream().filter(one -> one.attempt().equals(id)))
                .hasSize(1);
    }

    @Test
    void withNothingToSeeItFailsAtOnceKeepsTheBytesAndIsNotTriedAgain() {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 0, Chunks.bytes("this is no video")).then().statusCode(201);
        finish("trainee1", id, List.of(take(1, 1))).then().statusCode(202);
        assertThat(atRest(id).getString("failure")).isEqualTo("practice.nothing-to-see");
        Tokens.as("trainee1").get("/api/attempts/{id}/takes", id).then().body("$", hasSize(1));
        Tokens.as("trainee1").post("/api/attempts/{id}/submit", id).then().statusCode(409);
        Tokens.as("trainee1")
                .post("/api/attempts/{id}/retry", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("practice.nothing-to-see"));
        assertThat(atRest(id).getString("state")).isEqualTo("failed");
    }

    @Test
    void aLinkPlaysAnyStretchAndNothingElse() throws IOException {
        UUID id = attemptOf("trainee1");
        int chunks = send(id, 1, webm("short.webm", 1, "320x240"));
        finish("trainee1", id, List.of(take(1, chunks))).then().statusCode(202);
        String link = atRest(id).getString("links.video");
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

    private static RequestSpecification plain() {
        return RestAssured.given().urlEncodingEnabled(false);
    }

    private static Response range(String link, String range) {
        return plain().header("Range", range).get(link);
    }

    private Path download(String link) throws IOException {
        Response response = plain().header("Accept-Encoding", "gzip").get(link);
        response.then().statusCode(200);
        assertThat(response.header("Content-Encoding")).isNull();
        return Files.write(Files.createTempFile(folder, "download", ".bin"), response.asByteArray());
    }

    private JsonPath atRest(UUID id) {
        return atRest("trainee1", id);
    }

    private static JsonPath atRest(String login, UUID id) {
        return Eventually.value(
                () -> Tokens.as(login).get("/api/attempts/{id}", id).jsonPath(),
                status -> AT_REST.contains(status.getString("state")));
    }

    private int send(UUID id, int take, Path file) throws IOException {
        return send("trainee1", id, take, file);
    }

    /** In chunks and in any order, as a phone with a bad network does. */
    private static int send(String login, UUID id, int take, Path file) throws IOException {
        List<byte[]> chunks = Chunks.cut(Files.readAllBytes(file), CHUNK);
        List<Integer> order = IntStream.range(0, chunks.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(take));
        order.forEach(seq -> put(login, id, take, seq, chunks.get(seq)).then().statusCode(201));
        return chunks.size();
    }

    private Path webm(String name, int seconds, String size) {
        return generated(
                name,
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=" + size + ":rate=24:duration=" + seconds,
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=440:duration=" + seconds,
                        "-c:v",
                        "libvpx",
                        "-deadline",
                        "realtime",
                        "-b:v",
                        "400k",
                        "-c:a",
                        "libopus",
                        "-f",
                        "webm",
                        "-live",
                        "1"));
    }

    private Path fragmentedMp4(String name, int seconds, String size, boolean sound) {
        List<String> arguments =
                new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=size=" + size + ":rate=30:duration=" + seconds));
        if (sound) {
            arguments.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=880:duration=" + seconds, "-c:a", "aac"));
        }
        arguments.addAll(List.of(
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-g",
                "15",
                "-pix_fmt",
                "yuv420p",
                "-movflags",
                "frag_keyframe+empty_moov+default_base_moof"));
        return generated(name, arguments);
    }

    /** A take whose beginning is gone, so that nothing of it can be understood. */
    private Path beheaded() throws IOException {
        byte[] whole = Files.readAllBytes(fragmentedMp4("beheaded.mp4", 1, "320x240", false));
        return Files.write(folder.resolve("beheaded.bin"), Arrays.copyOfRange(whole, 3_000, whole.length));
    }

    private Path generated(String name, List<String> options) {
        return PackedFfmpeg.make(folder, name, String.join(" ", options));
    }

    private List<String> codecs(Path video) {
        Ffmpeg.Run run = ffmpeg.probe(
                folder,
                ffmpeg.ceilings().ofLength(Duration.ZERO),
                MediaInput.own(video, Container.MP4),
                List.of("-of", "csv=p=0", "-show_entries", "stream=codec_name"));
        return run.out().lines().toList();
    }
}
