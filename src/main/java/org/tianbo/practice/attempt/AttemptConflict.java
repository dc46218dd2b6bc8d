package org.tianbo.practice.attempt;

import java.util.List;
import org.tianbo.platform.error.Fault;

/** What was asked for contradicts what is already here. */
public class AttemptConflict extends Fault {

    private static final long serialVersionUID = 1L;

    /** Chunks of one take, as {@code [[from, to], …]}. */
    public record TakeRanges(int take, List<int[]> chunks) {}

    private AttemptConflict(String code) {
        super(Kind.CONFLICT, code);
    }

    public static Fault otherPlan() {
        return new AttemptConflict("practice.other-plan");
    }

    public static Fault otherBytes() {
        return new AttemptConflict("practice.other-bytes");
    }

    /** What is sent lies on a phone, and stays there. */
    static Fault recordedByOtherDevice() {
        return new AttemptConflict("practice.recorded-elsewhere");
    }

    static Fault recordedByPush() {
        return new AttemptConflict("practice.recorded-by-push");
    }

    public static Fault chunksMissing(List<TakeRanges> missing) {
        return new AttemptConflict("practice.chunks-missing").with("missing", missing);
    }

    static Fault handedIn(AttemptState state) {
        return new AttemptConflict("practice.handed-in").with("state", state);
    }

    /** Another try would end as the last one did; the code says why. */
    static Fault failedForGood(String code) {
        return new AttemptConflict(code);
    }

    static Fault notIn(AttemptState state) {
        return new AttemptConflict("practice.not-when-" + state.word()).with("state", state);
    }
}
