package org.tianbo.practice.upload;

import java.util.List;
import org.tianbo.platform.error.Fault;
import org.tianbo.practice.attempt.AttemptConflict;

/** What the phone calls the whole attempt cannot be one. */
class FinishRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private FinishRefused(String code, Object... arguments) {
        super(Kind.INVALID, code, arguments);
    }

    static Fault takeTwice() {
        return new FinishRefused("practice.take-twice").field("takes", "practice.take-twice");
    }

    static Fault endsBeforeItStarts() {
        return new FinishRefused("practice.take-ends-before-start").field("takes", "practice.take-ends-before-start");
    }

    static Fault takeTooLong() {
        return new FinishRefused("practice.take-too-long").field("takes", "practice.take-too-long");
    }

    static Fault takeAtNoTime() {
        return new FinishRefused("practice.take-at-no-time").field("takes", "practice.take-at-no-time");
    }

    static Fault markersOfAnotherClock() {
        return new FinishRefused("practice.marks-of-another-clock").field("marks", "practice.marks-of-another-clock");
    }

    static Fault markerOfNoTake() {
        return new FinishRefused("practice.mark-of-no-take").field("marks", "practice.mark-of-no-take");
    }

    /** Only whoever watches live as a mentor may set one. */
    static Fault markerOfAMentor() {
        return new FinishRefused("practice.mark-of-a-mentor").field("marks", "practice.mark-of-a-mentor");
    }

    static Fault readingsImpossible() {
        return new FinishRefused("practice.readings-impossible").field("readings", "practice.readings-impossible");
    }

    static Fault tooManyTakes(int most) {
        return new FinishRefused("practice.too-many-takes", most).field("takes", "practice.too-many-takes");
    }

    static Fault tooManyChunks(int most) {
        return new FinishRefused("practice.too-many-chunks", most).field("takes.chunks", "practice.too-many-chunks");
    }

    static Fault emptyChunk() {
        return new FinishRefused("practice.chunk-empty");
    }

    /** Chunks are here that the phone does not count: they were acknowledged, so they may not be left out. */
    static Fault leavesOut(List<AttemptConflict.TakeRanges> surplus) {
        return new FinishRefused("practice.finish-leaves-out").with("surplus", surplus);
    }
}
