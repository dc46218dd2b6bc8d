package org.tianbo.narration.voice;

import java.util.Locale;

/** How far a lesson's narration has come. */
public enum State {
    /** Nobody hears it. */
    DRAFT,
    /** Its files are being made; what was published before is heard meanwhile. */
    MAKING,
    PUBLISHED,
    /** Its files could not be made; somebody may ask again. */
    FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
