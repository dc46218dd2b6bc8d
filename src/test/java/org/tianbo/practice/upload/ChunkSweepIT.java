package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.media.Media;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.CountyAttempts;
import org.tianbo.practice.CountyChunks;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.attempt.AttemptJobs;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(ChunkSweepIT.TRAINEE)
class ChunkSweepIT {

    private static final String COUNTY = "fengcheng";
    static final String TRAINEE = "chunk-sweep";
    private static final Duration RETENTION = Duration.ofDays(7);

    @Inject
    ChunkSweepJob sweep;

    @Inject
    CountyAttempts attempts;

    @Inject
    CountyChunks stored;

    @Inject
    Media media;

    @Inject
    Clock clock;

    @Any
    @Inject
    Instance<RetentionRule> rules;

    @Test
    void aWeekAfterTheRecordingWasMadeItsChunksGoAndItPlaysOn() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        assertThat(attempts.due(COUNTY, AttemptJobs.CHUNK_SWEEP, id))
                .isCloseTo(clock.instant().plus(RETENTION), within(5, ChronoUnit.MINUTES));
        assertThat(stored.onDisk(COUNTY, id)).isEqualTo(1);

        attempts.makeDue(COUNTY, AttemptJobs.CHUNK_SWEEP, id);
        Eventually.value(() -> attempts.attempt(COUNTY, id).chunksDeletedAt, at -> at != null);

        assertThat(stored.onDisk(COUNTY, id)).isZero();
        JsonPath status = Tokens.as(TRAINEE).get("/api/attempts/{id}", id).jsonPath();
        assertThat(status.getString("state")).isEqualTo("submitted");
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get(status.getString("links.video"))
                .then()
                .statusCode(200);
    }

    @Test
    void aPhoneThatAsksLateStillLearnsThatEverythingArrived() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        run(id);
        Tokens.as(TRAINEE)
                .get("/api/attempts/{id}/takes", id)
                .then()
                .statusCode(200)
                .body("[0].chunks", equalTo(List.of(List.of(0, 0))));
    }

    @Test
    void onceGoneIsGoneAndAnotherRunChangesNothing() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        run(id);
        Instant first = attempts.attempt(COUNTY, id).chunksDeletedAt;
        run(id);
        assertThat(attempts.attempt(COUNTY, id).chunksDeletedAt).isNotNull().isEqualTo(first);
    }

    @Test
    void beforeThereIsARecordingNothingGoes() {
        UUID id = Chunks.attemptOf(TRAINEE);
        Chunks.put(TRAINEE, id, 1, 0, Chunks.bytes("a")).then().statusCode(201);
        run(id);
        assertThat(stored.onDisk(COUNTY, id)).isEqualTo(1);
    }

    @Test
    void aRecordingThatIsIncompleteKeepsItsChunks() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        String video = attempts.attempt(COUNTY, id).recording.videoKey();

        byte[] spoilt = Chunks.bytes("not the recording");
        media.store(video, new ByteArrayInputStream(spoilt), spoilt.length);
        assertThatExceptionOfType(RecordingCorrupt.class).isThrownBy(() -> run(id));
        media.delete(video);
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> run(id));

        assertThat(stored.onDisk(COUNTY, id)).isEqualTo(1);
        assertThat(attempts.attempt(COUNTY, id).chunksDeletedAt).isNull();
    }

    @Test
    void withARecordingThatIsKeptNoLongerItsChunksGoAndNothingAsksForThemAgain() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        Instant then = Instant.parse("2001-01-01T00:00:00Z");
        attempts.reviewedLongAgo(COUNTY, id, then);
        RetentionRule recordings = rules.stream()
                .filter(one -> one.rule() == RetentionRule.Rule.RECORDINGS)
                .findFirst()
                .orElseThrow();

        assertThat(attempts.remove(COUNTY, recordings, then.plusSeconds(1))).isEqualTo(1);

        assertThat(attempts.attempt(COUNTY, id).chunksDeletedAt).isNotNull();
        assertThat(attempts.attempt(COUNTY, id).recording).isNull();
        assertThat(stored.count(COUNTY, id)).isZero();
        assertThat(attempts.remove(COUNTY, recordings, then.plusSeconds(1))).isZero();
    }

    private void run(UUID id) {
        attempts.run(COUNTY, sweep, id);
    }
}
