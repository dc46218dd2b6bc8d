package org.tianbo.family.helping;

import org.tianbo.platform.error.Fault;

/** Help that does not begin. */
public final class HelpRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private HelpRefused(Kind kind, String code) {
        super(kind, code);
    }

    /** The code was used, its ten minutes are over, or it was never ours. */
    static HelpRefused codeOver() {
        return new HelpRefused(Kind.GONE, "family.code-over");
    }

    /** It was ended, or nobody asked. */
    static HelpRefused over() {
        return new HelpRefused(Kind.CONFLICT, "family.over");
    }

    static HelpRefused tooMany() {
        return new HelpRefused(Kind.CONFLICT, "family.too-many");
    }

    /** A browser's cookie belongs to one county. */
    static HelpRefused otherCounty() {
        return new HelpRefused(Kind.CONFLICT, "family.other-county");
    }

    static HelpRefused name(String code) {
        HelpRefused refused = new HelpRefused(Kind.INVALID, "family.refused");
        refused.field("name", code);
        return refused;
    }
}
