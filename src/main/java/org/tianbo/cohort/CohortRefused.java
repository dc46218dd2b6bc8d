package org.tianbo.cohort;

import org.tianbo.platform.error.Refused;

/** What was asked of a class does not fit; its fields say why. */
public final class CohortRefused {

    private CohortRefused() {}

    public static Refused wrong() {
        return Refused.invalid("cohort.refused");
    }

    public static Refused because(String field, String code) {
        return wrong().field(field, code);
    }

    /** As many lists as may be are being written to files. */
    public static Refused exportsBusy() {
        return Refused.tooMany("cohort.exports-busy");
    }
}
