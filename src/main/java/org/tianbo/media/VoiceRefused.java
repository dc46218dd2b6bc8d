package org.tianbo.media;

import org.tianbo.platform.error.Refused;

/** Why something spoken was not taken; another try with the same bytes ends the same. */
public final class VoiceRefused {

    private VoiceRefused() {}

    static Refused unreadable() {
        return Refused.invalid("media.voice-unreadable");
    }

    /** The bytes are not those that were announced. */
    static Refused damaged() {
        return Refused.invalid("media.digest-mismatch");
    }

    static Refused silent() {
        return Refused.invalid("media.voice-silent");
    }

    static Refused tooLong(long seconds) {
        return Refused.invalid("media.voice-too-long", seconds);
    }
}
