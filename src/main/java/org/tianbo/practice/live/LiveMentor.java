package org.tianbo.practice.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.MarkerTime;
import org.tianbo.practice.hls.LiveSegment;
import org.tianbo.practice.hls.SegmentRepository;
import org.tianbo.practice.live.LiveEvent.Kind;
import org.tianbo.practice.live.Watching.Admitted;

/** What a viewer may do who has the {@link MentorRight}. */
@ApplicationScoped
public class LiveMentor {

    /** What is shown now was recorded so long ago, where the player does not say. */
    private static final long USUALLY_BEHIND_MS = 6_000;

    private static final int LOOKED_THROUGH = 40;

    private final SignedIn signedIn;
    private final AttemptRepository attempts;
    private final MentorRight right;
    private final SegmentRepository segments;
    private final LiveEvents events;
    private final Watching watching;

    LiveMentor(
            SignedIn signedIn,
            AttemptRepository attempts,
            MentorRight right,
            SegmentRepository segments,
            LiveEvents events,
            Watching watching) {
        this.signedIn = signedIn;
        this.attempts = attempts;
        this.right = right;
        this.segments = segments;
        this.events = events;
        this.watching = watching;
    }

    /** A sentence for the host's eyes alone. */
    @Transactional
    public void whisper(Admitted viewer, String words) {
        admit(viewer);
        events.ofViewer(
                viewer.live().attempt(),
                Kind.WHISPER,
                viewer.viewer(),
                Optional.of(signedIn.name()),
                words,
                Optional.empty());
    }

    /**
     * Marks what is shown now, by the recorder's own clock.
     *
     * @param meaning {@code good} or {@code look}
     * @param shown as the playlist dates what the player shows; empty where it does not say
     */
    @Transactional
    public void mark(Admitted viewer, String meaning, Optional<Instant> shown) {
        admit(viewer);
        UUID attempt = viewer.live().attempt();
        List<LiveSegment> newest = segments.newest(attempt, LOOKED_THROUGH);
        MarkerTime.Recorded place = place(newest, shown).orElseThrow(LiveRefused::nothingShown);
        events.ofViewer(
                attempt, Kind.MARKER, viewer.viewer(), Optional.of(signedIn.name()), meaning, Optional.of(place));
    }

    private void admit(Admitted viewer) {
        watching.check(viewer);
        UUID trainee = attempts.byId(viewer.live().attempt()).orElseThrow(LiveRefused::notAMentor).trainee;
        if (!right.isReaders(viewer.live().county(), trainee)) {
            throw LiveRefused.notAMentor();
        }
    }

    /** Where in the recorded time of a take it is. @param newest segments in their order */
    static Optional<MarkerTime.Recorded> place(List<LiveSegment> newest, Optional<Instant> shown) {
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        LiveSegment last = newest.get(newest.size() - 1);
        if (shown.isEmpty()) {
            return Optional.of(new MarkerTime.Recorded(
                    last.take(), Math.max(0, last.fromMs() + last.durationMs() - USUALLY_BEHIND_MS)));
        }
        LiveSegment at = newest.stream()
                .filter(segment -> !segment.shownAt().isAfter(shown.get().plusMillis(1)))
                .reduce((one, later) -> later)
                .orElse(newest.get(0));
        long within = Duration.between(at.shownAt(), shown.get()).toMillis();
        return Optional.of(
                new MarkerTime.Recorded(at.take(), at.fromMs() + Math.max(0, Math.min(within, at.durationMs()))));
    }
}
