package org.tianbo.cohort.joining;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** Somebody cannot ask to join the class now. */
final class JoinRefused {

    private JoinRefused() {}

    /** There never was such a code, or it is closed; a stranger is not told which. */
    static Refused closed() {
        return Refused.gone("cohort.join-closed");
    }

    static Refused tooMany() {
        return Refused.tooMany("cohort.join-too-many");
    }

    static Refused unknown() {
        return new NotFound("cohort.join-unknown");
    }
}
