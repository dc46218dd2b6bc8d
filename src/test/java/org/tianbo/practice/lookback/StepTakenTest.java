package org.tianbo.practice.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Text;
import org.tianbo.practice.RecordingMarker;

class StepTakenTest {

    private static final Text TITLE = new Text("开场", "Opening");
    private static final List<StepTaken.Planned> PLAN = List.of(
            new StepTaken.Planned("hook", TITLE, 20),
            new StepTaken.Planned("price", TITLE, 40),
            new StepTaken.Planned("close", TITLE, 10));

    @Test
    void aStepLastsUntilTheNextBeginsAndTheLastToTheEnd() {
        assertThat(taken(step(0, "hook"), step(15_000, "price"), step(70_000, "close")))
                .containsExactly(
                        new StepTaken("hook", TITLE, 20_000, 15_000, 0L),
                        new StepTaken("price", TITLE, 40_000, 55_000, 15_000L),
                        new StepTaken("close", TITLE, 10_000, 30_000, 70_000L));
    }

    @Test
    void whatCameTwiceIsAddedUpAndWhatNeverCameWasLeftOut() {
        assertThat(taken(step(10_000, "close"), step(0, "hook"), step(90_000, "hook")))
                .containsExactly(
                        new StepTaken("hook", TITLE, 20_000, 20_000, 0L),
                        new StepTaken("price", TITLE, 40_000, 0, null),
                        new StepTaken("close", TITLE, 10_000, 80_000, 10_000L));
    }

    @Test
    void otherMarkersEndNoStepAndWhatLiesBehindTheEndIsNone() {
        assertThat(taken(step(0, "hook"), new RecordingMarker(5_000, "viewer", "sweet"), step(100_000, "close")))
                .extracting(StepTaken::tookMs)
                .containsExactly(100_000L, 0L, 0L);
    }

    private static List<StepTaken> taken(RecordingMarker... markers) {
        return StepTaken.of(PLAN, List.of(markers), 100_000);
    }

    private static RecordingMarker step(long atMs, String ref) {
        return new RecordingMarker(atMs, "step", ref);
    }
}
