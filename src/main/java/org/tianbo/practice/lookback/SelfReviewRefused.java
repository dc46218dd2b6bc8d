package org.tianbo.practice.lookback;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** What a host said cannot be entered as it is. */
final class SelfReviewRefused {

    private SelfReviewRefused() {}

    /** The phone that has the sound sends it, and then this again. */
    static Refused voiceNotSent() {
        return Refused.conflict("practice.voice-not-sent");
    }

    static Refused voiceUnknown() {
        return new NotFound("practice.voice-unknown");
    }
}
