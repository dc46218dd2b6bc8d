package org.tianbo.practice.readings;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.tianbo.media.Ffmpeg;
import org.tianbo.practice.PracticeConfig;

/** The meter without a container, by the bands a county has that sets none. */
public final class MeterWithDefaults {

    private MeterWithDefaults() {}

    public static RecordingMeter of(Ffmpeg ffmpeg) {
        return new RecordingMeter(ffmpeg, config(Map.of()));
    }

    static PracticeConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(PracticeConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter());
        settings.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(PracticeConfig.class);
    }
}
