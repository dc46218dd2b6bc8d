package org.tianbo.practice.recording;

import java.util.Map;
import org.tianbo.media.Ffmpeg;
import org.tianbo.practice.PracticeSettingsTest;
import org.tianbo.testsupport.SetByCounty;

/** The meter without a container, by the bands of a county that has set none. */
public final class MeterWithDefaults {

    private MeterWithDefaults() {}

    public static RecordingMeter of(Ffmpeg ffmpeg) {
        return new RecordingMeter(ffmpeg, PracticeSettingsTest.settings(new SetByCounty(Map.of())));
    }
}
