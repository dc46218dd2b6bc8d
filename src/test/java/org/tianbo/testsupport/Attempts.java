package org.tianbo.testsupport;

import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.platform.data.Ids;

/** Attempts made the way a phone makes them: through the API, with a real recording of {@link #LENGTH}. */
public final class Attempts {

    public static final Duration LENGTH = Duration.ofSeconds(5);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Attempts() {}

    /** The recording as a file of the phone's gallery. */
    public static Path clip() {
        return Clip.FILE;
    }

    /** A recording the trainee handed in; it is with the mentors when this returns. */
    public static UUID submitted(String trainee, String title) {
        return submitted(title, () -> Tokens.as(trainee));
    }

    /** The same on any application; each request begins as given, signed in. */
    public static UUID submitted(String title, Supplier<RequestSpecification> trainee) {
        UUID attempt = Ids.next();
        String path = path(attempt);
        finish(path, title, trainee);
        trainee.get().post(path + "/submit").then().statusCode(oneOf(200, 202));
        await("submitted", path, trainee);
        return attempt;
    }

    /** As {@link #submitted(String, String)}, of an attempt that was planned already. */
    public static void record(String trainee, UUID planned) {
        String path = path(planned);
        sendAll(path, () -> Tokens.as(trainee));
        Tokens.as(trainee).post(path + "/submit").then().statusCode(oneOf(200, 202));
        await("submitted", path, () -> Tokens.as(trainee));
    }

    /** A recording that is ready, and not handed in. */
    public static UUID ready(String trainee, String title) {
        UUID attempt = Ids.next();
        finish(path(attempt), title, () -> Tokens.as(trainee));
        await("ready", path(attempt), () -> Tokens.as(trainee));
        return attempt;
    }

    /**
     * As its trainee is told it, such as {@code ready}; empty while the server knows of no such attempt. Looked for
     * often, and RestAssured compiles each path anew.
     */
    public static String state(String trainee, UUID attempt) {
        return state(() -> Tokens.as(trainee), path(attempt));
    }

    private static String state(Supplier<RequestSpecification> trainee, String path) {
        String answer = trainee.get().get(path).asString();
        try {
            return JSON.readTree(answer).path("state").asText();
        } catch (JsonProcessingException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }

    private static String path(UUID attempt) {
        return "/api/attempts/" + attempt;
    }

    private static void finish(String path, String title, Supplier<RequestSpecification> trainee) {
        trainee.get()
                .contentType("application/json")
                .body(Map.of("title", title, "format", "product-loop", "products", List.of(title)))
                .put(path)
                .then()
                .statusCode(201);
        sendAll(path, trainee);
    }

    private static void sendAll(String path, Supplier<RequestSpecification> trainee) {
        Instant began = Instant.parse("2026-06-18T12:14:00Z");
        byte[] clip = Clip.BYTES;
        trainee.get()
                .contentType("video/mp4")
                .header("Content-Digest", "sha-256=:" + digest(clip) + ":")
                .body(clip)
                .put(path + "/takes/1/chunks/0")
                .then()
                .statusCode(201);
        trainee.get()
                .contentType("application/json")
                .body(Map.of(
                        "takes",
                        List.of(Map.of(
                                "take",
                                1,
                                "chunks",
                                1,
                                "startedAt",
                                began.toString(),
                                "endedAt",
                                began.plus(LENGTH).toString())),
                        "marks",
                        List.of(
                                step(began, "hook"),
                                step(began.plusSeconds(1), "origin"),
                                step(began.plusSeconds(3), "price"))))
                .post(path + "/finish")
                .then()
                .statusCode(202);
    }

    /** Planned, and one chunk of it sent, which is no video. */
    public static UUID begun(String trainee, String title) {
        UUID attempt = Ids.next();
        String path = path(attempt);
        Tokens.as(trainee)
                .contentType("application/json")
                .body(Map.of("title", title, "format", "product-loop", "products", List.of(title)))
                .put(path)
                .then()
                .statusCode(201);
        byte[] bytes = {'a'};
        Tokens.as(trainee)
                .contentType("video/mp4")
                .header("Content-Digest", "sha-256=:" + digest(bytes) + ":")
                .body(bytes)
                .put(path + "/takes/1/chunks/0")
                .then()
                .statusCode(201);
        return attempt;
    }

    private static Map<String, String> step(Instant at, String ref) {
        return Map.of("at", at.toString(), "kind", "step", "ref", ref);
    }

    /** The recording is made by a job of its own; nothing but asking tells when it is done. */
    private static void await(String wanted, String path, Supplier<RequestSpecification> trainee) {
        long giveUp = System.nanoTime() + Patience.LONG.toNanos();
        String state = "";
        while (!state.equals(wanted)) {
            if (state.equals("failed") || System.nanoTime() > giveUp) {
                throw new AssertionError("The attempt is " + state + " instead of " + wanted);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            state = state(trainee, path);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A test picture that stands still and is square, for it is encoded often, with a tone; filmed once. */
    private static final class Clip {

        static final Path FILE = film();
        static final byte[] BYTES = read(FILE);

        private static byte[] read(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static Path film() {
            try {
                Path folder = Files.createTempDirectory("clip");
                long seconds = LENGTH.toSeconds();
                Path file = PackedFfmpeg.make(
                        folder,
                        "clip.mp4",
                        "-f lavfi -i smptebars=size=240x240:rate=8:duration=" + seconds
                                + " -f lavfi -i sine=frequency=330:duration=" + seconds
                                + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac");
                folder.toFile().deleteOnExit();
                file.toFile().deleteOnExit();
                return file;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
