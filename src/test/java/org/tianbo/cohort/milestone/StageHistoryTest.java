package org.tianbo.cohort.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;

class StageHistoryTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final MilestoneEvidence SOMETHING = new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, "a");

    @ParameterizedTest
    @EnumSource
    void everyStageIsReachedOnceHoweverOftenItIsRecorded(Stage stage) {
        assertThat(history().mayReach(stage)).isTrue();
        assertThat(history(reached(stage, 0)).mayReach(stage)).isFalse();
    }

    @Test
    void whatIsLostMayBeReachedAnewAndLostAgain() {
        StageHistory revoked = history(reached(Stage.CERTIFIED, 0), lost(Stage.CERTIFIED, 1));

        assertThat(revoked.holds(Stage.CERTIFIED)).isFalse();
        assertThat(revoked.mayLose(Stage.CERTIFIED)).isFalse();
        assertThat(revoked.mayReach(Stage.CERTIFIED)).isTrue();
        assertThat(revoked.nextOrdinal(Stage.CERTIFIED)).isEqualTo(3);
    }

    @Test
    void aLessonLearntIsNotLostAgain() {
        assertThat(history(reached(Stage.LEARNING, 0)).mayLose(Stage.LEARNING)).isFalse();
    }

    @Test
    void aStageIsLostWithItsOwnEvidenceOnly() {
        MilestoneEvidence other = new MilestoneEvidence(MilestoneEvidence.Kind.ATTEMPT, "another");
        StageHistory practising = history(reached(Stage.PRACTISING, 0));

        assertThat(practising.mayLose(Stage.PRACTISING, SOMETHING)).isTrue();
        assertThat(practising.mayLose(Stage.PRACTISING, other)).isFalse();
        assertThat(history().mayLose(Stage.PRACTISING, SOMETHING)).isFalse();
    }

    @Test
    void theCurrentStageIsTheFurthestHeldAlsoWhenOneWasSkipped() {
        assertThat(history().current()).isEqualTo(Stage.ENROLLED);
        assertThat(history(reached(Stage.ENROLLED, 0), reached(Stage.PRACTISING, 1))
                        .current())
                .isEqualTo(Stage.PRACTISING);
        assertThat(history(
                                reached(Stage.ENROLLED, 0),
                                reached(Stage.FIRST_ORDER, 1),
                                reached(Stage.STEADY_3, 90),
                                lost(Stage.STEADY_3, 120))
                        .current())
                .isEqualTo(Stage.FIRST_ORDER);
    }

    @Test
    void idleDaysCountFromWhatWasLastDoneNotFromTheLastStage() {
        StageHistory history = history(reached(Stage.ENROLLED, 0), reached(Stage.LEARNING, 3));

        assertThat(history.idleDays(day(18), day(20))).contains(2L);
        assertThat(history.idleDays(day(3), day(1))).as("a clock that is ahead").contains(0L);
    }

    @Test
    void whoeverLeftIsNotStalled() {
        StageHistory history = history(reached(Stage.ENROLLED, 0), lost(Stage.ENROLLED, 2));

        assertThat(history.left()).map(StageChange::reason).contains("moved away");
        assertThat(history.idleDays(day(0), day(30))).isEqualTo(Optional.empty());
    }

    @Test
    void stagesAreNamedForAddresses() {
        assertThat(Stage.of("store-opened")).contains(Stage.STORE_OPENED);
        assertThat(Stage.of("steady-12")).contains(Stage.STEADY_12);
        assertThat(Stage.of("STORE_OPENED")).isEmpty();
    }

    private static StageHistory history(StageChange... facts) {
        return StageHistory.of(Arrays.asList(facts));
    }

    private static StageChange reached(Stage stage, int day) {
        return new StageChange(stage, StageChange.Change.REACHED, day(day), SOMETHING, null);
    }

    private static StageChange lost(Stage stage, int day) {
        return new StageChange(stage, StageChange.Change.LOST, day(day), SOMETHING, "moved away");
    }

    private static Instant day(int number) {
        return MONDAY.plusSeconds(number * 86_400L);
    }
}
