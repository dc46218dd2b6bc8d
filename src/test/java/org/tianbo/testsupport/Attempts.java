package org.tianbo.testsupport;

import static org.hamcrest.Matchers.oneOf;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.tianbo.platform.data.Ids;

/** Attempts made the way a phone makes them: through the API, with a real recording of {@link #LENGTH}. */
public final class Attempts {

    public static final Duration LENGTH = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private Attempts() {}

    /** A recording the trainee handed in; it is with the mentors when this returns. */
    public static UUID submitted(String trainee, String title) {
        return submitted(title, () -> Tokens.as(trainee));
    }

    /** The same on any application; each request begins as given, signed in. */
    public static UUID submitted(String title, Supplier<RequestSpecification> trainee) {
        UUID attempt = Ids.next();
        String path = "/api/attempts/" + attempt;
        Instant began = Instant.parse("2026-06-18T12:14:00Z");
        trainee.get()
                .contentType("application/json")
                .body(Map.of("title", title, "format", "product-loop", "products", List.of(title)))
                .put(path)
                .then()
                .statusCode(201);
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
        trainee.get().post(path + "/submit").then().statusCode(oneOf(200, 202));
        awaitSubmitted(trainee, path);
        return attempt;
    }

    /** Planned, and one chunk of it sent, which is no video. */
    public static UUID begun(String trainee, String title) {
        UUID attempt = Ids.next();
        String path = "/api/attempts/" + attempt;
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
    private static void awaitSubmitted(Supplier<RequestSpecification> trainee, String path) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        String state = "";
        while (!state.equals("submitted")) {
            if (state.equals("failed") || System.nanoTime() > giveUp) {
                throw new AssertionError("The attempt is " + state + " instead of submitted");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            state = trainee.get().get(path).then().statusCode(200).extract().path("state");
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

        static final byte[] BYTES = film();

        private static byte[] film() {
            try {
                Path file = Files.createTempFile("clip", ".mp4");
                List<String> command =
                        new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-nostdin", "-loglevel", "error", "-y"));
                command.addAll(
                        List.of("-f", "lavfi", "-i", "smptebars=size=240x240:rate=8:duration=" + LENGTH.toSeconds()));
                command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=330:duration=" + LENGTH.toSeconds()));
                command.addAll(
                        List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"));
                command.add(file.toString());
                int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
                if (exit != 0) {
                    throw new IllegalStateException("ffmpeg ended with " + exit);
                }
                byte[] bytes = Files.readAllBytes(file);
                Files.delete(file);
                return bytes;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
