package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.tianbo.practice.Chunks.attemptOf;
import static org.tianbo.practice.Chunks.finish;
import static org.tianbo.practice.Chunks.put;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.AttemptSubmitted;
import org.tianbo.practice.Chunks;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** Takes that broke off, lack their sound or hold nothing to see: what becomes of the recording. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(
        value = {BrokenTakesIT.TRAINEE, BrokenTakesIT.OTHER},
        mentor = "mentor1")
class BrokenTakesIT extends SentTakes {

    static final String TRAINEE = "broken-takes";
    static final String OTHER = "broken-takes-other";

    @Inject
    Mentors mentors;

    /** Hears what goes to the mentors. */
    @Singleton
    static class Mentors {

        final List<AttemptSubmitted> waiting = new CopyOnWriteArrayList<>();

        void receive(@Observes AttemptSubmitted submitted) {
            waiting.add(submitted);
        }
    }

    @Test
    void aTakeThatBrokeOffIsPlayableUpToThere() throws IOException {
        UUID id = attemptOf(TRAINEE);
        byte[] whole = Files.readAllBytes(webm("whole.webm", 6, "640x360"));
        Path broken = Files.write(folder.resolve("broken.webm"), Arrays.copyOf(whole, whole.length * 2 / 3));
        byte[] fragments = Files.readAllBytes(fragmentedMp4("fragments.mp4", 6, "640x360", true));
        Path brokenMp4 = Files.write(folder.resolve("broken.mp4"), Arrays.copyOf(fragments, fragments.length * 2 / 3));
        int first = send(TRAINEE, id, 1, broken);
        int second = send(TRAINEE, id, 2, brokenMp4);
        finish(TRAINEE, id, List.of(take(1, first), take(2, second))).then().statusCode(202);
        JsonPath made = atRest(TRAINEE, id);
        assertThat(made.getString("state")).isEqualTo("ready");
        assertThat(made.getList("readings.takes.readable")).containsExactly(true, true);
        assertThat(made.getLong("durationMs")).isBetween(4_000L, 11_000L);
    }

    @Test
    void withoutSoundTheRecordingHasSilenceAndAnUprightPhoneStaysUpright() throws IOException {
        UUID id = attemptOf(OTHER);
        int chunks = send(OTHER, id, 1, fragmentedMp4("mute.mp4", 2, "720x1280", false));
        finish(OTHER, id, List.of(take(1, chunks))).then().statusCode(202);
        Tokens.as(OTHER).post("/api/attempts/{id}/submit", id).then().statusCode(200);
        JsonPath made = atRest(OTHER, id);
        assertThat(made.getString("state")).isEqualTo("submitted");
        assertThat(made.getInt("readings.width")).isEqualTo(480);
        assertThat(codecs(download(made.getString("links.video")))).contains("aac");
        assertThat(mentors.waiting.stream().filter(one -> one.attempt().equals(id)))
                .hasSize(1);
        Tokens.as("mentor1").get("/api/attempts/{id}", id).then().statusCode(200);
        Tokens.as("officer1").get("/api/attempts/{id}", id).then().statusCode(200);
        Tokens.as("mentor3").get("/api/attempts/{id}", id).then().statusCode(404);
        Tokens.as(TRAINEE).get("/api/attempts/{id}", id).then().statusCode(404);
        Tokens.as(OTHER).post("/api/attempts/{id}/submit", id).then().statusCode(200);
        assertThat(mentors.waiting.stream().filter(one -> one.attempt().equals(id)))
                .hasSize(1);
    }

    @Test
    void withNothingToSeeItFailsAtOnceKeepsTheBytesAndIsNotTriedAgain() {
        UUID id = attemptOf(OTHER);
        put(OTHER, id, 1, 0, Chunks.bytes("this is no video")).then().statusCode(201);
        finish(OTHER, id, List.of(take(1, 1))).then().statusCode(202);
        assertThat(atRest(OTHER, id).getString("failure")).isEqualTo("practice.nothing-to-see");
        Tokens.as(OTHER).get("/api/attempts/{id}/takes", id).then().body("$", hasSize(1));
        Tokens.as(OTHER).post("/api/attempts/{id}/submit", id).then().statusCode(409);
        Tokens.as(OTHER)
                .post("/api/attempts/{id}/retry", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("practice.nothing-to-see"));
        assertThat(atRest(OTHER, id).getString("state")).isEqualTo("failed");
    }
}
