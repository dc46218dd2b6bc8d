package org.tianbo.cohort.spotcheck;

import org.tianbo.platform.error.Fault;

/** What was asked of a sample does not fit; nothing was written down. */
public final class SpotCheckRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private SpotCheckRefused(Kind kind, String code) {
        super(kind, code);
    }

    static Fault because(String field, String code) {
        return new SpotCheckRefused(Kind.INVALID, "followup.refused").field(field, code);
    }

    static SpotCheckRefused unknown() {
        return new SpotCheckRefused(Kind.NOT_FOUND, "followup.sample-unknown");
    }

    /** Nobody checks what they told themselves. */
    static SpotCheckRefused ownVisit() {
        return new SpotCheckRefused(Kind.FORBIDDEN, "followup.own-visit");
    }
}
