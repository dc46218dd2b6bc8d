package org.tianbo.practice.attempt;

import java.util.Objects;
import java.util.UUID;

/**
 * The device that records an attempt: one phone, or one media server. Each numbers its takes and chunks from the
 * beginning, so what two of them send would be mixed under the same numbers. Whose chunk comes first records it.
 */
public final class Recorder {

    /** The media server that a broadcasting program pushes to. */
    public static final String PUSH = "push";

    private Recorder() {}

    /** @param named by the phone, for this attempt alone; null where it does not name itself */
    public static String phone(UUID named) {
        return named == null ? null : named.toString();
    }

    /** @throws AttemptConflict when another device records it */
    public static void require(Attempt attempt, String sender) {
        if (attempt.state != AttemptState.PLANNED && !same(attempt.recorder, sender)) {
            throw attempt.recorder != null && attempt.recorder.equals(PUSH)
                    ? AttemptConflict.recordedByPush()
                    : AttemptConflict.recordedByOtherDevice();
        }
    }

    /** A page that was opened before phones named themselves sends no name, and is not another phone for that. */
    private static boolean same(String has, String sender) {
        if (PUSH.equals(has) || PUSH.equals(sender)) {
            return Objects.equals(has, sender);
        }
        return has == null || sender == null || has.equals(sender);
    }
}
