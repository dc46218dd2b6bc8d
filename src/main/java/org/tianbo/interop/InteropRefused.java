package org.tianbo.interop;

import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.NotFound;

/** Another system asked in a way that its standard does not allow, or that we do not answer. */
public final class InteropRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private InteropRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** The header that xAPI wants on each request is missing, or names a version that we do not speak. */
    public static InteropRefused version() {
        return new InteropRefused(Kind.MALFORMED, "interop.version");
    }

    /** A parameter that we do not know, or whose value is none. */
    public static InteropRefused parameter(String name) {
        return new InteropRefused(Kind.MALFORMED, "interop.parameter", name);
    }

    /** No statement of that id in this county. */
    public static NotFound unknown() {
        return new NotFound("interop.unknown");
    }

    /** A field of a form that does not fit. */
    public static InteropRefused wrong(String field, String code) {
        InteropRefused refused = new InteropRefused(Kind.INVALID, "interop.refused");
        refused.field(field, code);
        return refused;
    }

    /** As many files as may be are being written. */
    public static InteropRefused busy() {
        return new InteropRefused(Kind.TOO_MANY, "interop.files-busy");
    }

    /** More other systems than a county can look after. */
    public static InteropRefused tooMany() {
        return new InteropRefused(Kind.INVALID, "interop.too-many");
    }

    /** Nothing is brought to this system until somebody of the office starts it again. */
    public static InteropRefused resting() {
        return new InteropRefused(Kind.CONFLICT, "interop.resting");
    }

    /** No other system of that id in this county, or one that was removed. */
    public static NotFound unknownConnection() {
        return new NotFound("interop.unknown-connection");
    }

    /** No delivery of that id to this system, or one that waits anyway. */
    public static NotFound unknownDelivery() {
        return new NotFound("interop.unknown-delivery");
    }

    /**
     * A ZIP that is not taken, whatever is in the rest of it.
     *
     * @param what the file or the value at fault; empty where there is none to name
     */
    public static Fault archive(String code, String what) {
        return wrong("file", code).with("what", what);
    }
}
