package org.tianbo.interop;

import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.NotFound;

/** Another system asked in a way that its standard does not allow, or that we do not answer. */
public final class InteropRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private InteropRefused(String code, Object... arguments) {
        super(Kind.MALFORMED, code, arguments);
    }

    /** The header that xAPI wants on each request is missing, or names a version that we do not speak. */
    public static InteropRefused version() {
        return new InteropRefused("interop.version");
    }

    /** A parameter that we do not know, or whose value is none. */
    public static InteropRefused parameter(String name) {
        return new InteropRefused("interop.parameter", name);
    }

    /** No statement of that id in this county. */
    public static NotFound unknown() {
        return new NotFound("interop.unknown");
    }
}
