package org.tianbo.cohort.counts;

import org.tianbo.platform.error.Refused;

/** A file of borders that cannot be taken; its field says why. */
public final class BorderRefused {

    private BorderRefused() {}

    public static Refused fileMissing() {
        return because("map.file-missing");
    }

    static Refused because(String code) {
        return Refused.invalid("map.refused").field("file", code);
    }
}
