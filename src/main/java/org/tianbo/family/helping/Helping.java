package org.tianbo.family.helping;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody helps a trainee, wants to, or did.
 *
 * @param traineeName as the register has it
 * @param helper the name that the helper gave; empty until somebody opened the code
 * @param samePhone whether on the trainee's own phone
 * @param endedAt when somebody ended it; null while nobody did
 * @param lastWork when the helper last did something; null where never
 */
public record Helping(
        UUID id,
        UUID trainee,
        String traineeName,
        String helper,
        boolean samePhone,
        State state,
        Instant endedAt,
        Instant lastWork) {

    /** How far it came. */
    public enum State {
        /** The code waits to be opened. */
        CODE,
        /** The helper waits for the trainee's yes. */
        ASKED,
        HELPS,
        OVER
    }

    static State state(Instant asked, Instant begun, Instant ends, Instant ended, Instant now) {
        if (ended != null || !ends.isAfter(now)) {
            return State.OVER;
        }
        if (begun != null) {
            return State.HELPS;
        }
        return asked == null ? State.CODE : State.ASKED;
    }

    public boolean helps() {
        return state == State.HELPS;
    }

    public boolean asks() {
        return state == State.ASKED;
    }

    public boolean isOver() {
        return state == State.OVER;
    }
}
