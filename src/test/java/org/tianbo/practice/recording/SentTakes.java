package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.practice.Chunks.put;
import static org.tianbo.practice.Chunks.take;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.MediaInput;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Tokens;

/** Takes made by ffmpeg as phones would record them, sent, and the recording made of them. */
abstract class SentTakes {

    static final int CHUNK = 20_000;
    static final List<String> AT_REST = List.of("ready", "submitted", "failed");

    @Inject
    Ffmpeg ffmpeg;

    @TempDir
    Path folder;

    static RequestSpecification plain() {
        return RestAssured.given().urlEncodingEnabled(false);
    }

    static Response range(String link, String range) {
        return plain().header("Range", range).get(link);
    }

    Path download(String link) throws IOException {
        Response response = plain().header("Accept-Encoding", "gzip").get(link);
        response.then().statusCode(200);
        assertThat(response.header("Content-Encoding")).isNull();
        return Files.write(Files.createTempFile(folder, "download", ".bin"), response.asByteArray());
    }

    static JsonPath atRest(String login, UUID id) {
        Eventually.value(() -> Attempts.state(login, id), AT_REST::contains);
        return Tokens.as(login).get("/api/attempts/{id}", id).jsonPath();
    }

    /** Once all that follows on the recording is made of it. */
    static JsonPath measured(String login, UUID id) {
        return Eventually.value(
                () -> Tokens.as(login).get("/api/attempts/{id}", id).jsonPath(), made -> made.get("copies") != null);
    }

    /** In chunks and in any order, as a phone with a bad network does. */
    static int send(String login, UUID id, int take, Path file) throws IOException {
        List<byte[]> chunks = Chunks.cut(Files.readAllBytes(file), CHUNK);
        List<Integer> order = IntStream.range(0, chunks.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(take));
        order.forEach(seq -> put(login, id, take, seq, chunks.get(seq)).then().statusCode(201));
        return chunks.size();
    }

    Path webm(String name, int seconds, String size) {
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

    Path fragmentedMp4(String name, int seconds, String size, boolean sound) {
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

    Path generated(String name, List<String> options) {
        return PackedFfmpeg.make(folder, name, String.join(" ", options));
    }

    List<String> codecs(Path video) {
        Ffmpeg.Run run = ffmpeg.probe(
                folder,
                ffmpeg.ceilings().ofLength(Duration.ZERO),
                MediaInput.own(video, Container.MP4),
                List.of("-of", "csv=p=0", "-show_entries", "stream=codec_name"));
        return run.out().lines().toList();
    }
}
