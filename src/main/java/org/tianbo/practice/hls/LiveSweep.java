package org.tianbo.practice.hls;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.tianbo.media.Media;
import org.tianbo.platform.jobs.EachCounty;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.practice.hls.LiveRepository.Name;

/** Deletes the segments of lives that have ended: the recording stands for them. */
@ApplicationScoped
class LiveSweep implements RecurringJob {

    private static final int AT_ONCE = 100;

    private final LiveRepository lives;
    private final SegmentRepository segments;
    private final Media media;
    private final EachCounty counties;

    LiveSweep(LiveRepository lives, SegmentRepository segments, Media media, EachCounty counties) {
        this.lives = lives;
        this.segments = segments;
        this.media = media;
        this.counties = counties;
    }

    @Override
    public String name() {
        return "live-sweep";
    }

    @Override
    public String schedule() {
        return "FIXED_DELAY|300s";
    }

    @Override
    public void run() {
        counties.runAll(name(), lives.ended(AT_ONCE), Name::county, this::clear);
    }

    /** The rows last: what is interrupted is found again. */
    private void clear(Name live) {
        LivePublisher.clear(live, media);
        QuarkusTransaction.requiringNew().run(() -> segments.deleteBefore(live.attempt(), Long.MAX_VALUE));
    }
}
