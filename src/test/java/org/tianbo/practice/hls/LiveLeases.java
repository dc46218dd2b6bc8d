package org.tianbo.practice.hls;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.MediaInput;
import org.tianbo.platform.security.CurrentCounty;

/** Lives as the database holds them, and what befalls their replicas, for tests. */
@ApplicationScoped
class LiveLeases {

    private final SegmentRepository segments;
    private final Session entities;
    private final CurrentCounty county;
    private final Ffmpeg ffmpeg;

    LiveLeases(SegmentRepository segments, Session entities, CurrentCounty county, Ffmpeg ffmpeg) {
        this.segments = segments;
        this.entities = entities;
        this.county = county;
        this.ffmpeg = ffmpeg;
    }

    @ActivateRequestContext
    List<LiveSegment> segments(UUID attempt) {
        return county.as("fengcheng", () -> segments.newest(attempt, 100));
    }

    /** The lease is a replica's that says nothing any more, so that it runs out; this one has lost it. */
    @ActivateRequestContext
    void leaveToADeadReplica(UUID attempt) {
        change(
                "update lives set lease_holder = gen_random_uuid(), lease_until = clock_timestamp() + interval"
                        + " '3 seconds' where attempt = :attempt",
                attempt);
    }

    @ActivateRequestContext
    void endInvitations(UUID attempt) {
        change("update live_invitations set ends_at = clock_timestamp() where attempt = :attempt", attempt);
        change("update lives set last_event = last_event + 1 where attempt = :attempt", attempt);
    }

    private void change(String sql, UUID attempt) {
        county.run(CurrentCounty.ROOT, () -> QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeMutationQuery(sql)
                        .setParameter("attempt", attempt)
                        .executeUpdate()));
    }

    List<String> codecs(Path video) {
        return ffmpeg.probe(
                        video.getParent(),
                        ffmpeg.ceilings().ofLength(Duration.ZERO),
                        MediaInput.own(video, Container.MP4),
                        List.of("-of", "csv=p=0", "-show_entries", "stream=codec_name"))
                .out()
                .lines()
                .toList();
    }
}
