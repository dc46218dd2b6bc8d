package org.tianbo.practice;

import java.util.List;

/**
 * What can be measured of a recording, for hints such as "too dark" or "too quiet".
 *
 * @param soundOnly whether there is no picture at all, and its film is dark; null for older recordings, which have one
 * @param meanVolumeDb average loudness in dB of full scale; null where there is none to measure
 * @param loudness in LUFS, after EBU R 128; null where there is none to measure, and for older recordings
 * @param brightness average luma of the middle, 16 black to 235 white; null where there is none to measure
 * @param sharpness 100 for edges that are a pixel wide, 10 for ten pixels; null where there is none to measure, and for
 *     older recordings
 */
public record Readings(
        int width,
        int height,
        long bytes,
        Boolean soundOnly,
        Double meanVolumeDb,
        Double maxVolumeDb,
        Double loudness,
        Double brightness,
        Double sharpness,
        List<TakeReading> takes) {

    /** What is known before the recording was listened to and looked at. */
    public static Readings unmeasured(int width, int height, long bytes, boolean soundOnly, List<TakeReading> takes) {
        return new Readings(width, height, bytes, soundOnly, null, null, null, null, null, takes);
    }

    /** The same recording, listened to and looked at. */
    public Readings measured(
            Double meanVolumeDb, Double maxVolumeDb, Double loudness, Double brightness, Double sharpness) {
        return new Readings(
                width, height, bytes, soundOnly, meanVolumeDb, maxVolumeDb, loudness, brightness, sharpness, takes);
    }

    /** False while nothing has been measured yet; each recording has a volume, if only that of silence. */
    public boolean hasMeasures() {
        return meanVolumeDb != null;
    }

    public boolean hasPicture() {
        return !Boolean.TRUE.equals(soundOnly);
    }

    /** @param readable false for a take of which not one picture could be read; its bytes are kept */
    public record TakeReading(int take, long durationMs, boolean readable) {}
}
