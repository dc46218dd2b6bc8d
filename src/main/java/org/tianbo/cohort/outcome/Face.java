package org.tianbo.cohort.outcome;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How it goes. */
public enum Face {
    GOOD,
    FAIR,
    POOR;

    /** Its name in addresses and in what phones send. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Face> of(String code) {
        return Arrays.stream(values()).filter(face -> face.code().equals(code)).findFirst();
    }
}
