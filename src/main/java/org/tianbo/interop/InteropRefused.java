package org.tianbo.interop;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** Another system asked in a way that its standard does not allow, or that we do not answer. */
public final class InteropRefused {

    private InteropRefused() {}

    /** The header that xAPI wants on each request is missing, or names a version that we do not speak. */
    public static Refused version() {
        return Refused.malformed("interop.version");
    }

    /** A parameter that we do not know, or whose value is none. */
    public static Refused parameter(String name) {
        return Refused.malformed("interop.parameter", name);
    }

    /** No statement of that id in this county. */
    public static NotFound unknown() {
        return new NotFound("interop.unknown");
    }

    /** A field of a form that does not fit. */
    public static Refused wrong(String field, String code) {
        return Refused.invalid("interop.refused").field(field, code);
    }

    /** As many files as may be are being written. */
    public static Refused busy() {
        return Refused.tooMany("interop.files-busy");
    }

    /** More other systems than a county can look after. */
    public static Refused tooMany() {
        return Refused.invalid("interop.too-many");
    }

    /** Nothing is brought to this system until somebody of the office starts it again. */
    public static Refused resting() {
        return Refused.conflict("interop.resting");
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
    public static Refused archive(String code, String what) {
        return wrong("file", code).with("what", what);
    }
}
