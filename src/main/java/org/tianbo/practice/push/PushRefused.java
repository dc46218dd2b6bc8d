package org.tianbo.practice.push;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** Why nothing more is taken from a media server. */
public final class PushRefused {

    private PushRefused() {}

    /** Nobody was given this key, or pushing is not offered here. */
    static Refused unknownKey() {
        return new NotFound("practice.push-unknown");
    }

    /** Another one is under way; its program has to end it, or falls silent for some seconds. */
    static Refused busy() {
        return Refused.conflict("practice.push-busy");
    }

    /** It ended, or another began after it. */
    static Refused over() {
        return Refused.conflict("practice.push-over");
    }

    static Refused recordedByPhone() {
        return Refused.conflict("practice.push-beside-phone");
    }

    static Refused noMovie() {
        return Refused.invalid("practice.push-no-movie");
    }

    static Refused nothingCame() {
        return Refused.conflict("practice.push-nothing-came");
    }
}
