package org.tianbo.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.EmptyDatabase;
import org.tianbo.testsupport.FreePort;
import org.tianbo.testsupport.PackagedApplication;
import org.tianbo.testsupport.PackagedTrainee;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** The first law: what the server acknowledged is there after a kill -9, all of it, byte for byte. */
class KilledWhileRecordingIT {

    private static final int PORT = FreePort.find();
    private static final int MANAGEMENT_PORT = FreePort.find();
    private static final int ENOUGH = 20;
    private static final String TRAINEE = "killed-trainee";

    @Test
    void noAcknowledgedChunkIsLostWhenTheServerIsKilledInTheMiddle() throws Exception {
        Map<String, String> services = TianboServices.settings();
        // On its own, for it takes whatever work is due, and would die with that of another test in its hands.
        try (EmptyDatabase database = EmptyDatabase.make(services, "tianbo_killed")) {
            Map<String, String> settings = new HashMap<>(services);
            settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            settings.put("quarkus.flyway.jdbc-url", database.jdbcUrl());
            killedAndStartedAgain(settings);
        }
    }

    private static void killedAndStartedAgain(Map<String, String> settings) throws Exception {
        settings.putAll(PackagedApplication.quietDemo(PORT));
        UUID attempt = Ids.next();
        ConcurrentSkipListSet<Integer> acknowledged = new ConcurrentSkipListSet<>();

        try (PackagedApplication killed = start(settings, "killed")) {
            PackagedTrainee.join(settings, settings.get("quarkus.flyway.jdbc-url"), "killed", TRAINEE);
            String token = Tokens.of(TRAINEE, application());
            make(attempt, token);
            CountDownLatch enough = new CountDownLatch(ENOUGH);
            Thread phone = new Thread(() -> sendUntilTheServerIsGone(attempt, token, acknowledged, enough));
            phone.start();
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            killed.kill();
            phone.join();
        }

        try (PackagedApplication restarted = start(settings, "restarted")) {
            String again = Tokens.of(TRAINEE, application());
            List<Integer> safe = safeChunks(attempt, again);
            assertThat(safe).containsAll(acknowledged);
            for (int seq : acknowledged) {
                assertThat(put(attempt, again, seq))
                        .as("chunk %d is held with the same bytes", seq)
                        .isEqualTo(200);
            }
        }
    }

    private static PackagedApplication start(Map<String, String> settings, String name)
            throws IOException, InterruptedException {
        Path log = Files.createDirectories(Path.of("target", "killed-while-recording"))
                .resolve(name + ".log");
        return PackagedApplication.start(
                Path.of("target/quarkus-app/quarkus-run.jar"),
                PackagedApplication.QUICK_TO_START,
                settings,
                PORT,
                MANAGEMENT_PORT,
                log);
    }

    private static RequestSpecification application() {
        return RestAssured.given().baseUri("http://localhost").port(PORT);
    }

    private static void make(UUID attempt, String token) {
        application()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("title", "断电", "format", "product-loop"))
                .put("/api/attempts/" + attempt)
                .then()
                .statusCode(201);
    }

    private static void sendUntilTheServerIsGone(
            UUID attempt, String token, ConcurrentSkipListSet<Integer> acknowledged, CountDownLatch enough) {
        for (int seq = 0; ; seq++) {
            try {
                if (put(attempt, token, seq) == 201) {
                    acknowledged.add(seq);
                    enough.countDown();
                }
            } catch (Exception gone) {
                return;
            }
        }
    }

    private static int put(UUID attempt, String token, int seq) {
        byte[] bytes = new byte[64 * 1024];
        new Random(seq).nextBytes(bytes);
        return application()
                .auth()
                .oauth2(token)
                .header("Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256(bytes)) + ":")
                .contentType("video/webm")
                .body(bytes)
                .put("/api/attempts/" + attempt + "/takes/1/chunks/" + seq)
                .statusCode();
    }

    private static List<Integer> safeChunks(UUID attempt, String token) {
        List<List<Integer>> ranges = application()
                .auth()
                .oauth2(token)
                .get("/api/attempts/" + attempt + "/takes")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].chunks");
        return ranges.stream()
                .flatMap(range ->
                        IntStream.rangeClosed(range.get(0), range.get(1)).boxed())
                .collect(Collectors.toList());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
