package org.tianbo.practice.recording;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.Limits;
import org.tianbo.platform.data.Sha256;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.PracticeSettings.MirrorBands;

/** A recording measures the same each time under the same bands, so what dozens of tests send is measured once. */
@Alternative
@Priority(1)
@ApplicationScoped
class CachingRecordingMeter extends RecordingMeter {

    private final Map<Asked, Measurement> remembered = new ConcurrentHashMap<>();
    private final PracticeSettings settings;

    private record Asked(String sha256, boolean picture, MirrorBands bands) {}

    /** For the proxy of the bean. */
    CachingRecordingMeter() {
        this(null, null);
    }

    @Inject
    CachingRecordingMeter(Ffmpeg ffmpeg, PracticeSettings settings) {
        super(ffmpeg, settings);
        this.settings = settings;
    }

    @Override
    public Measurement measure(Path video, long lengthMs, Limits limits, boolean picture) {
        return remembered.computeIfAbsent(
                new Asked(Sha256.hex(video), picture, settings.bands()),
                asked -> super.measure(video, lengthMs, limits, picture));
    }
}
