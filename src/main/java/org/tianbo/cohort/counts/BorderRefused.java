package org.tianbo.cohort.counts;

import org.tianbo.platform.error.Fault;

/** A file of borders that cannot be taken; its field says why. */
public final class BorderRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private BorderRefused(String code) {
        super(Kind.INVALID, "map.refused");
        field("file", code);
    }

    public static Fault fileMissing() {
        return new BorderRefused("map.file-missing");
    }

    static Fault because(String code) {
        return new BorderRefused(code);
    }
}
