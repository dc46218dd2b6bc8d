package org.tianbo.film;

import java.util.Locale;

/** What has become of a video. */
public enum FilmState {
    /** Its bytes are coming in. */
    UPLOADING,
    /** All bytes are here, copies are being made. */
    MAKING,
    READY,
    /** No copies can be made of it. */
    FAILED;

    /** As the database and programs name it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FilmState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
