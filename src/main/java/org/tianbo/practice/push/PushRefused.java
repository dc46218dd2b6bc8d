package org.tianbo.practice.push;

import org.tianbo.platform.error.Fault;

/** Why nothing more is taken from a media server. */
public class PushRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private PushRefused(Kind kind, String code) {
        super(kind, code);
    }

    /** Nobody was given this key, or pushing is not offered here. */
    static PushRefused unknownKey() {
        return new PushRefused(Kind.NOT_FOUND, "practice.push-unknown");
    }

    /** Another one is under way; its program has to end it, or falls silent for some seconds. */
    static PushRefused busy() {
        return new PushRefused(Kind.CONFLICT, "practice.push-busy");
    }

    /** It ended, or another began after it. */
    static PushRefused over() {
        return new PushRefused(Kind.CONFLICT, "practice.push-over");
    }

    static PushRefused recordedByPhone() {
        return new PushRefused(Kind.CONFLICT, "practice.push-beside-phone");
    }

    static PushRefused noMovie() {
        return new PushRefused(Kind.INVALID, "practice.push-no-movie");
    }

    static PushRefused nothingCame() {
        return new PushRefused(Kind.CONFLICT, "practice.push-nothing-came");
    }
}
