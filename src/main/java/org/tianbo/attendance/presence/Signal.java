package org.tianbo.attendance.presence;

import java.util.UUID;

/**
 * Something odd for a person to look at; never a verdict.
 *
 * @param other somebody else it is about, or the other session; null where there is none
 */
public record Signal(Kind kind, UUID trainee, UUID other) {

    /** What is odd. */
    public enum Kind {
        /** One phone scanned for several people. */
        SHARED_DEVICE,
        /** Checked out moments after checking in. */
        SHORT_STAY,
        /** At two sessions at the same time. */
        TWO_PLACES,
        /** The session is over and nobody saw them go: no time counts. */
        NO_CHECK_OUT
    }
}
