package org.tianbo.cohort.enrolment;

import java.util.UUID;

/**
 * That a person agreed to be on the roster.
 *
 * @param how {@code paper} for a signature on the roster's form, {@code phone} for what they ticked themselves
 * @param checkedBy whoever vouches for it
 */
public record Consent(String how, UUID checkedBy) {

    static final String PHONE = "phone";

    /** Given by themselves on a phone, as whoever takes them in has seen. */
    public static Consent onTheirPhone(UUID checkedBy) {
        return new Consent(PHONE, checkedBy);
    }

    /** Signed on paper, as whoever brings the roster states. */
    public static Consent onPaper(UUID checkedBy) {
        return new Consent("paper", checkedBy);
    }
}
