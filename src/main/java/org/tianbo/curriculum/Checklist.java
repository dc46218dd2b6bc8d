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

    /**
     * In the reading's own unit; either {@code atLeast} or {@code atMost} is there.
     *
     * @param atLeast good from here on
     * @param atMost good up to here
     * @param poor beyond it something should be done, and between the two it will do; without it, there is no between
     */
    public record Measure(Reading reading, Optional<Double> atLeast, Optional<Double> atMost, Optional<Double> poor) {}

    /** What a phone can measure by itself. */
    public enum Reading {
        /** Upload against the server, kilobits a second. */
        UPLOAD_KBPS,
        /** There and back to the server, milliseconds. */
        LATENCY_MS,
        /** Small calls to the server that were not answered in time, per cent. */
        LOSS_PERCENT,
        /** The voice over the room's noise, decibels, without the phone's own levelling. */
        VOICE_OVER_NOISE_DB,
        /** Time in which it was too loud for the microphone, per cent. */
        CLIPPED_PERCENT,
        /** Loudness of speech, 0–100. */
        MICROPHONE_LEVEL,
        /** Mean brightness of the picture, 0–100. */
        BRIGHTNESS,
        /** How much brighter the rim of the picture is than its middle, hundredths. */
        BACKLIGHT,
        /** 0 for edges that are wide blurs, 100 for ones a pixel wide. */
        SHARPNESS,
        /** How far the camera moves in half a second, hundredths of the picture's longer side. */
        MOVEMENT,
        /** Free storage, megabytes. */
        STORAGE_MB,
        /** Charge, percent. */
        BATTERY
    }
}
