package org.tianbo.narration.voice;

import org.tianbo.platform.error.Fault;

/** What was spoken or asked for cannot be taken as it is. */
class NarrationRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private NarrationRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** The lesson has no such sentence any more: its words were changed. */
    static NarrationRefused sentenceChanged() {
        return new NarrationRefused(Kind.CONFLICT, "narration.sentence-changed");
    }

    static NarrationRefused notTaught() {
        return new NarrationRefused(Kind.CONFLICT, "narration.not-taught");
    }

    /** What villagers may hear any day is not deleted in passing. */
    static NarrationRefused stillTaught() {
        return new NarrationRefused(Kind.CONFLICT, "narration.still-taught");
    }

    static NarrationRefused tooShort() {
        return new NarrationRefused(Kind.INVALID, "narration.too-short");
    }

    static NarrationRefused notWhole(long missing) {
        return new NarrationRefused(Kind.CONFLICT, "narration.not-whole", missing);
    }

    static NarrationRefused tooLong(long minutes) {
        return new NarrationRefused(Kind.INVALID, "narration.too-long", minutes);
    }

    static NarrationRefused notSpoken() {
        return new NarrationRefused(Kind.NOT_FOUND, "narration.not-spoken");
    }

    static NarrationRefused dialectTooLong() {
        return new NarrationRefused(Kind.INVALID, "narration.dialect-too-long");
    }

    static NarrationRefused languageUnknown() {
        return new NarrationRefused(Kind.NOT_FOUND, "narration.language-unknown");
    }

    static NarrationRefused soundUnknown() {
        return new NarrationRefused(Kind.NOT_FOUND, "narration.sound-unknown");
    }
}
