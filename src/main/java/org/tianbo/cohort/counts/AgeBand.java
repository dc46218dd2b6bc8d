package org.tianbo.cohort.counts;

import java.util.Arrays;
import java.util.Optional;

/** How old somebody was in the year in which they joined a class. The order is that of the numbers stored. */
public enum AgeBand {
    UNKNOWN("unknown"),
    UNDER_30("under-30"),
    FROM_30("30-39"),
    FROM_40("40-49"),
    FROM_50("50-59"),
    FROM_60("60-up");

    private final String code;

    AgeBand(String code) {
        this.code = code;
    }

    /** Its name in addresses. */
    public String code() {
        return code;
    }

    static AgeBand stored(int number) {
        return values()[number];
    }

    int number() {
        return ordinal();
    }

    public static Optional<AgeBand> of(String code) {
        return Arrays.stream(values()).filter(band -> band.code.equals(code)).findFirst();
    }
}
