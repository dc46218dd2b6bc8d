package org.tianbo.curriculum;

import java.util.List;
import java.util.Optional;

/** What to look at before going on: some of it the phone can measure, the rest somebody sees. */
public record Checklist(String slug, String version, Text title, List<Item> items) {

    /**
     * @param measure present when the phone can read it
     * @param fix what to do when it is not all right
     */
    public record Item(String id, Text title, Text fix, Optional<Measure> measure) {}

    /** @param atLeast in the reading's own unit */
    public record Measure(Reading reading, double atLeast) {}

    /** What a phone can measure by itself. */
    public enum Reading {
        /** Upload against the server, kilobits a second. */
        UPLOAD_KBPS,
        /** Loudness of speech, 0–100. */
        MICROPHONE_LEVEL,
        /** Mean brightness of the picture, 0–100. */
        BRIGHTNESS,
        /** Free storage, megabytes. */
        STORAGE_MB,
        /** Charge, percent. */
        BATTERY
    }
}
