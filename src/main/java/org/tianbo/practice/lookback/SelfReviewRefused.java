package org.tianbo.practice.lookback;

import org.tianbo.platform.error.Fault;

/** What a host said cannot be entered as it is. */
class SelfReviewRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private SelfReviewRefused(Kind kind, String code) {
        super(kind, code);
    }

    /** The phone that has the sound sends it, and then this again. */
    static SelfReviewRefused voiceNotSent() {
        return new SelfReviewRefused(Kind.CONFLICT, "practice.voice-not-sent");
    }

    static SelfReviewRefused voiceUnknown() {
        return new SelfReviewRefused(Kind.NOT_FOUND, "practice.voice-unknown");
    }
}
