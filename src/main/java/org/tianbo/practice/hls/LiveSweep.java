package org.tianbo.practice.hls;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.tianbo.media.Media;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.hls.LiveRepository.Name;

/** Deletes the segments of lives that have ended: the recording stands for them. */
@ApplicationScoped
class LiveSweep implements RecurringJob {

    private static final int AT_ONCE = 100;

    private final LiveRepository lives;
    private final SegmentRepository segments;
    private final Media media;
    private final CurrentCounty county;

    LiveSweep(LiveRepository lives, SegmentRepository segments, Media media, CurrentCounty county) {
        this.lives = lives;
        this.segments = segments;
        this.media = media;
        this.county = county;
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
        lives.ended(AT_ONCE).forEach(live -> county.run(live.county(), () -> clear(live)));
    }

    /** The rows last: what is interrupted is found again. */
    private void clear(Name live) {
        LivePublisher.clear(live, media);
        QuarkusTransaction.requiringNew().run(() -> segments.deleteBefore(live.attempt(), Long.MAX_VALUE));
    }
}
