package org.tianbo.platform.error;

/**
 * What was asked for was not done, and nothing was changed. A feature keeps its reasons together, as methods that make
 * one of these ({@code StoreRefused.notOpen()}); only what somebody looks for by its type is a class of its own.
 */
public class Refused extends Fault {

    private static final long serialVersionUID = 1L;

    protected Refused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** What was sent can be read and does not fit. Where it is a form, name each field that does not. */
    public static Refused invalid(String code, Object... arguments) {
        return new Refused(Kind.INVALID, code, arguments);
    }

    /** One field does not fit, and what is wrong with it is all there is to say. */
    public static Refused ofField(String field, String code, Object... arguments) {
        return invalid(code, arguments).field(field, code);
    }

    /** What was sent cannot be read. */
    public static Refused malformed(String code, Object... arguments) {
        return new Refused(Kind.MALFORMED, code, arguments);
    }

    public static Refused forbidden(String code) {
        return new Refused(Kind.FORBIDDEN, code);
    }

    /** It contradicts what is there by now. */
    public static Refused conflict(String code, Object... arguments) {
        return new Refused(Kind.CONFLICT, code, arguments);
    }

    /** Whoever asks has not seen what stands there by now. */
    public static Refused stale(String code) {
        return new Refused(Kind.STALE, code);
    }

    /** It was there, and will not be again. */
    public static Refused gone(String code) {
        return new Refused(Kind.GONE, code);
    }

    public static Refused tooLarge(String code, Object... arguments) {
        return new Refused(Kind.TOO_LARGE, code, arguments);
    }

    public static Refused noRoom(String code, Object... arguments) {
        return new Refused(Kind.NO_ROOM, code, arguments);
    }

    /** Later it may be done. */
    public static Refused tooMany(String code, Object... arguments) {
        return new Refused(Kind.TOO_MANY, code, arguments);
    }

    @Override
    public Refused with(String member, Object value) {
        super.with(member, value);
        return this;
    }

    @Override
    public Refused field(String field, String fieldCode) {
        super.field(field, fieldCode);
        return this;
    }

    /** Ends the work where a field was named. */
    public void throwIfAny() {
        if (!fields().isEmpty()) {
            throw this;
        }
    }
}
