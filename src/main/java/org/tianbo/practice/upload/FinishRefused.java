package org.tianbo.practice.upload;

import java.util.List;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.attempt.AttemptConflict;

/** What the phone calls the whole attempt cannot be one. */
final class FinishRefused {

    private FinishRefused() {}

    static Refused takeTwice() {
        return Refused.ofField("takes", "practice.take-twice");
    }

    static Refused endsBeforeItStarts() {
        return Refused.ofField("takes", "practice.take-ends-before-start");
    }

    static Refused takeTooLong() {
        return Refused.ofField("takes", "practice.take-too-long");
    }

    static Refused takeAtNoTime() {
        return Refused.ofField("takes", "practice.take-at-no-time");
    }

    static Refused markersOfAnotherClock() {
        return Refused.ofField("marks", "practice.marks-of-another-clock");
    }

    static Refused markerOfNoTake() {
        return Refused.ofField("marks", "practice.mark-of-no-take");
    }

    /** Only whoever watches live as a mentor may set one. */
    static Refused markerOfAMentor() {
        return Refused.ofField("marks", "practice.mark-of-a-mentor");
    }

    static Refused readingsImpossible() {
        return Refused.ofField("readings", "practice.readings-impossible");
    }

    static Refused tooManyTakes(int most) {
        return Refused.ofField("takes", "practice.too-many-takes", most);
    }

    static Refused tooManyChunks(int most) {
        return Refused.ofField("takes.chunks", "practice.too-many-chunks", most);
    }

    static Refused emptyChunk() {
        return Refused.invalid("practice.chunk-empty");
    }

    /** Chunks are here that the phone does not count: they were acknowledged, so they may not be left out. */
    static Refused leavesOut(List<AttemptConflict.TakeRanges> surplus) {
        return Refused.invalid("practice.finish-leaves-out").with("surplus", surplus);
    }
}
