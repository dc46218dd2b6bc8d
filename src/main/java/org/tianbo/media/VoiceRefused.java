package org.tianbo.media;

import org.tianbo.platform.error.Fault;

/** Why something spoken was not taken; another try with the same bytes ends the same. */
public class VoiceRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private VoiceRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    static VoiceRefused unreadable() {
        return new VoiceRefused(Kind.INVALID, "media.voice-unreadable");
    }

    /** The bytes are not those that were announced. */
    static VoiceRefused damaged() {
        return new VoiceRefused(Kind.INVALID, "media.digest-mismatch");
    }

    static VoiceRefused silent() {
        return new VoiceRefused(Kind.INVALID, "media.voice-silent");
    }

    static VoiceRefused tooLong(long seconds) {
        return new VoiceRefused(Kind.INVALID, "media.voice-too-long", seconds);
    }
}
