package org.tianbo.practice.recording;

import java.util.List;
import org.tianbo.practice.MeasuredSpan;

/**
 * What one pass over a recording found; null where there is nothing to measure.
 *
 * @param meanVolumeDb in dB of full scale
 * @param loudness in LUFS, after EBU R 128
 * @param brightness average luma of the middle, 16 black to 235 white
 * @param sharpness 100 for edges that are a pixel wide, 10 for ten pixels
 */
public record Measurement(
        Double meanVolumeDb,
        Double maxVolumeDb,
        Double loudness,
        Double brightness,
        Double sharpness,
        List<MeasuredSpan> spans) {

    static final Measurement NOTHING = new Measurement(null, null, null, null, null, List.of());
}
