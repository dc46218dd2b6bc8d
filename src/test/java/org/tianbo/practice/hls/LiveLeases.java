package org.tianbo.practice.hls;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.MediaInput;
import org.tianbo.platform.security.CurrentCounty;

/** Lives as the database holds them, and what befalls their replicas, for tests. */
@ApplicationScoped
public class LiveLeases {

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

    void endInvitations(UUID attempt) {
        endInvitations(attempt, Duration.ZERO);
    }

    @ActivateRequestContext
    public void endInvitations(UUID attempt, Duration ago) {
        change(
                "update live_invitations set ends_at = clock_timestamp() - interval '" + ago
                        + "' where attempt = :attempt",
                attempt);
        change("update lives set last_event = last_event + 1 where attempt = :attempt", attempt);
    }

    /** As if ffmpeg had made a segment of that part of a take. @return how players date its first picture */
    @ActivateRequestContext
    public Instant show(UUID attempt, int take, long fromMs, int durationMs) {
        Instant shown = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        change(
                "insert into live_segments (county, attempt, number, run, key, init_key, duration_ms, take, from_ms,"
                        + " header, seq, made_at, shown_at) values ('fengcheng', :attempt, 0, 0, 'none', 'none', "
                        + durationMs + ", " + take + ", " + fromMs + ", 0, 1, clock_timestamp(), '" + shown + "')",
                attempt);
        return shown;
    }

    /** {@code 第 1 句} and so on, each by somebody else, and said just now for as long as the test takes. */
    @ActivateRequestContext
    public void manyComments(UUID attempt, int count) {
        change(
                "insert into live_events (county, attempt, number, kind, viewer, name, words, at) select county,"
                        + " attempt, last_event + n, 'comment', gen_random_uuid(), '', '第 ' || n || ' 句',"
                        + " now() + interval '1 hour' from lives, generate_series(1, " + count
                        + ") n where attempt = :attempt",
                attempt);
        change("update lives set last_event = last_event + " + count + " where attempt = :attempt", attempt);
    }

    /** They have just come, and say nothing. */
    @ActivateRequestContext
    public void manyViewers(UUID attempt, int count) {
        change(
                "insert into live_viewers (county, attempt, id, invitation, name, seen_at) select county, attempt,"
                        + " gen_random_uuid(), id, '', clock_timestamp() + interval '1 hour'"
                        + " from live_invitations, generate_series(1, " + count + ") n where attempt = :attempt",
                attempt);
    }

    /** How many rows there are of a live, its invitations, its viewers and what was said. */
    @ActivateRequestContext
    public long rowsOf(UUID attempt) {
        return county.as(
                CurrentCounty.ROOT, () -> QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                                "select (select count(*) from lives where attempt = :attempt)"
                                        + " + (select count(*) from live_invitations where attempt = :attempt)"
                                        + " + (select count(*) from live_viewers where attempt = :attempt)"
                                        + " + (select count(*) from live_events where attempt = :attempt)",
                                Long.class)
                        .setParameter("attempt", attempt)
                        .getSingleResult()));
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
