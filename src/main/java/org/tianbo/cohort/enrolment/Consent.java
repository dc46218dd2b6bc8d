package org.tianbo.cohort.enrolment;

import java.util.UUID;

/**
 * That a person agreed to be on the roster.
 *
 * @param how {@code paper} for a signature on the roster's form
 * @param seenBy whoever vouches for it
 */
public record Consent(String how, UUID seenBy) {

    /** Signed on paper, as whoever brings the roster states. */
    public static Consent onPaper(UUID seenBy) {
        return new Consent("paper", seenBy);
    }
}
