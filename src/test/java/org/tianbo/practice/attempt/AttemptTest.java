package org.tianbo.practice.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.practice.Gap;
import org.tianbo.practice.plan.Plan;

class AttemptTest {

    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");
    private static final Recording RECORDING = new Recording(1, "v", "0", "p", List.of(), List.of(), null, null);

    private final Attempt attempt = Attempt.planned(
            UUID.randomUUID(), UUID.randomUUID(), new Plan("冻米糖", "pitch", null, null, null, null, null), NOW);

    @Test
    void itTakesChunksUntilItIsFinished() {
        attempt.receive(null);
        attempt.receive(null);
        assertThat(attempt.state).isEqualTo(AttemptState.UPLOADING);
        attempt.finish(List.of(), null, NOW);
        assertThat(attempt.isOpen()).isFalse();
        assertThatExceptionOfType(AttemptClosed.class).isThrownBy(() -> attempt.receive(null));
        assertThatExceptionOfType(AttemptClosed.class).isThrownBy(() -> attempt.finish(List.of(), null, NOW));
    }

    @Test
    void oneDeviceRecordsIt() {
        attempt.receive("a phone");
        attempt.receive("a phone");
        for (String other : List.of("another phone", Recorder.PUSH)) {
            assertThatExceptionOfType(AttemptConflict.class).isThrownBy(() -> attempt.receive(other));
        }
        assertThat(attempt.recorder).isEqualTo("a phone");
    }

    @Test
    void aPageThatNamesNoPhoneIsNotAnotherPhoneButNeverTheMediaServer() {
        attempt.receive(null);
        assertThatExceptionOfType(AttemptConflict.class).isThrownBy(() -> attempt.receive(Recorder.PUSH));
        attempt.receive("a phone");
        attempt.receive(null);
        assertThat(attempt.recorder).isEqualTo("a phone");
        assertThatExceptionOfType(AttemptConflict.class).isThrownBy(() -> attempt.receive("another phone"));
    }

    @Test
    void noPhoneSendsIntoWhatTheMediaServerRecords() {
        attempt.receive(Recorder.PUSH);
        for (String phone : Arrays.asList("a phone", null)) {
            assertThatExceptionOfType(AttemptConflict.class).isThrownBy(() -> attempt.receive(phone));
        }
    }

    @Test
    void aReadyRecordingGoesToTheMentorsOnceWhenItIsHandedIn() {
        processing();
        assertThat(attempt.recorded(RECORDING)).isFalse();
        assertThat(attempt.state).isEqualTo(AttemptState.READY);
        assertThat(attempt.isHandedIn()).isFalse();
        assertThat(attempt.submit(NOW)).isTrue();
        assertThat(attempt.submit(NOW.plusSeconds(1))).isFalse();
        assertThat(attempt.handedInAt).isEqualTo(NOW);
        assertThat(attempt.state).isEqualTo(AttemptState.SUBMITTED);
    }

    @Test
    void handedInWhileItIsBeingMadeItGoesToTheMentorsWhenItIsDone() {
        processing();
        assertThat(attempt.submit(NOW)).isFalse();
        assertThat(attempt.state).isEqualTo(AttemptState.PROCESSING);
        assertThat(attempt.recorded(RECORDING)).isTrue();
        assertThat(attempt.state).isEqualTo(AttemptState.SUBMITTED);
    }

    @Test
    void nothingCanBeHandedInBeforeItIsFinishedOrAfterItFailed() {
        assertThatExceptionOfType(AttemptConflict.class)
                .isThrownBy(() -> attempt.submit(NOW))
                .withMessage("practice.not-when-planned");
        processing();
        attempt.submit(NOW);
        attempt.fail("practice.not-made");
        assertThatExceptionOfType(AttemptConflict.class)
                .isThrownBy(() -> attempt.submit(NOW))
                .withMessage("practice.not-when-failed");
    }

    @Test
    void aFailedOneCanBeTriedAgainAndKeepsItsHandIn() {
        processing();
        attempt.submit(NOW);
        attempt.fail("practice.not-made");
        attempt.retry();
        assertThat(attempt.failure).isNull();
        assertThat(attempt.recorded(RECORDING)).isTrue();
        assertThatExceptionOfType(AttemptConflict.class).isThrownBy(attempt::retry);
    }

    @Test
    void onlyWhatWasHandedInIsReviewedAndTwiceIsOnce() {
        processing();
        attempt.recorded(RECORDING);
        assertThatExceptionOfType(AttemptConflict.class).isThrownBy(attempt::review);
        attempt.submit(NOW);
        attempt.review();
        attempt.review();
        assertThat(attempt.state).isEqualTo(AttemptState.REVIEWED);
        assertThat(attempt.submit(NOW)).isFalse();
    }

    @Test
    void whatWasHandedInCanBeTakenBackUntilItIsReviewed() {
        processing();
        attempt.submit(NOW);
        assertThat(attempt.takeBack()).isFalse();
        assertThat(attempt.recorded(RECORDING)).isFalse();
        assertThat(attempt.state).isEqualTo(AttemptState.READY);

        attempt.submit(NOW);
        assertThat(attempt.takeBack()).isTrue();
        assertThat(attempt.state).isEqualTo(AttemptState.READY);
        assertThat(attempt.isHandedIn()).isFalse();
        assertThat(attempt.takeBack()).isFalse();

        attempt.submit(NOW);
        attempt.review();
        assertThatExceptionOfType(AttemptConflict.class)
                .isThrownBy(attempt::takeBack)
                .withMessage("practice.not-when-reviewed");
    }

    @Test
    void itCanBeDeletedUntilItIsHandedInAndWhereItCouldNotBePrepared() {
        attempt.refuseDeletionOnceHandedIn();
        processing();
        attempt.submit(NOW);
        assertThatExceptionOfType(AttemptConflict.class)
                .isThrownBy(attempt::refuseDeletionOnceHandedIn)
                .withMessage("practice.handed-in");
        attempt.fail("practice.not-made");
        attempt.refuseDeletionOnceHandedIn();
    }

    @Test
    void chunksOfARecordingThatLostSomethingAreKept() {
        processing();
        attempt.recorded(
                new Recording(1, "v", "0", "p", List.of(new Gap(1, 3_000, Gap.UNREADABLE)), List.of(), null, null));
        assertThat(attempt.canSpareChunks()).isFalse();
    }

    @Test
    void troubleBeginsWithTheFirstTryThatWentWrongAndEndsWithAResult() {
        processing();
        Duration hour = Duration.ofHours(1);
        assertThat(attempt.troubled(NOW, hour)).isFalse();
        assertThat(attempt.troubled(NOW.plusSeconds(3_600), hour)).isFalse();
        assertThat(attempt.troubled(NOW.plusSeconds(3_601), hour)).isTrue();
        attempt.fail("practice.not-made");
        attempt.retry();
        assertThat(attempt.troubled(NOW.plusSeconds(9_000), hour)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice.nothing-to-see", "practice.swept"})
    void whatWouldFailTheSameWayIsNotTriedAgain(String code) {
        processing();
        attempt.fail(code.equals("practice.swept") ? "practice.not-made" : code);
        if (code.equals("practice.swept")) {
            attempt.swept(NOW);
        }
        assertThat(attempt.canBeRetried()).isFalse();
        assertThat(attempt.whyFailed()).contains(code);
        assertThatExceptionOfType(AttemptConflict.class)
                .isThrownBy(attempt::retry)
                .withMessage(code);
    }

    @Test
    void chunksCanBeSparedOnceThereIsARecordingAndAreDeletedOnce() {
        processing();
        assertThat(attempt.canSpareChunks()).isFalse();
        assertThatExceptionOfType(AttemptConflict.class).isThrownBy(() -> attempt.chunksDeleted(NOW));
        attempt.recorded(RECORDING);
        attempt.chunksDeleted(NOW);
        assertThat(attempt.chunksDeletedAt).isEqualTo(NOW);
        assertThat(attempt.canSpareChunks()).isFalse();
    }

    private void processing() {
        attempt.receive(null);
        attempt.finish(List.of(), null, NOW);
    }
}
