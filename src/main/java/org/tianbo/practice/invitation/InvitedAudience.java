package org.tianbo.practice.invitation;

import java.util.Locale;

/** Whom an invitation is for. */
public enum InvitedAudience {
    MENTOR,
    CLASSMATES,
    FAMILY;

    /** As the API and the database word it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InvitedAudience of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
