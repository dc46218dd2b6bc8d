package org.tianbo.cohort.outcome;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an income can be believed. */
public enum IncomeKind {
    /** A platform's own file shows it. */
    CONFIRMED,
    /** Somebody of the county's office saw it. */
    VERIFIED,
    /** The villager told it. */
    SELF_REPORTED,
    /** Nothing is known. */
    UNKNOWN;

    /** Its name in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<IncomeKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
