package org.tianbo.family.helping;

import org.tianbo.platform.error.Refused;

/** Help that does not begin. */
public final class HelpRefused {

    private HelpRefused() {}

    /** The code was used, its ten minutes are over, or it was never ours. */
    static Refused codeOver() {
        return Refused.gone("family.code-over");
    }

    /** It was ended, or nobody asked. */
    static Refused over() {
        return Refused.conflict("family.over");
    }

    static Refused tooMany() {
        return Refused.conflict("family.too-many");
    }

    /** A browser's cookie belongs to one county. */
    static Refused otherCounty() {
        return Refused.conflict("family.other-county");
    }

    static Refused name(String code) {
        return Refused.invalid("family.refused").field("name", code);
    }
}
