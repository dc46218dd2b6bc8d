package org.tianbo.narration.voice;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** What was spoken or asked for cannot be taken as it is. */
final class NarrationRefused {

    private NarrationRefused() {}

    /** The lesson has no such sentence any more: its words were changed. */
    static Refused sentenceChanged() {
        return Refused.conflict("narration.sentence-changed");
    }

    static Refused notTaught() {
        return Refused.conflict("narration.not-taught");
    }

    /** What villagers may hear any day is not deleted in passing. */
    static Refused stillTaught() {
        return Refused.conflict("narration.still-taught");
    }

    static Refused tooShort() {
        return Refused.invalid("narration.too-short");
    }

    static Refused notWhole(long missing) {
        return Refused.conflict("narration.not-whole", missing);
    }

    static Refused tooLong(long minutes) {
        return Refused.invalid("narration.too-long", minutes);
    }

    static Refused notSpoken() {
        return new NotFound("narration.not-spoken");
    }

    static Refused dialectTooLong() {
        return Refused.invalid("narration.dialect-too-long");
    }

    static Refused languageUnknown() {
        return new NotFound("narration.language-unknown");
    }

    static Refused soundUnknown() {
        return new NotFound("narration.sound-unknown");
    }
}
