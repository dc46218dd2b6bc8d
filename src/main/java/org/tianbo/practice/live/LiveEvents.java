package org.tianbo.practice.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.attempt.MarkerTime;
import org.tianbo.practice.hls.LiveRepository;
import org.tianbo.practice.invitation.InvitationRefused;
import org.tianbo.practice.live.LiveEvent.Kind;
import org.tianbo.practice.live.LiveEvent.Stored;

/**
 * Writes down what is said and done. Each event takes its number while it holds the live's row, so that numbers become
 * visible in their order and whoever has seen one has not missed a smaller one.
 */
@ApplicationScoped
class LiveEvents {

    /** Nobody types more; a script does. */
    private static final Duration PACE = Duration.ofSeconds(10);

    private static final int MOST_OF_A_VIEWER = 5;

    /** More could not be read by anybody. Comments alone are held back: a mentor gets through a crowd that talks. */
    private static final int MOST_OF_ALL = 60;

    private final LiveRepository lives;
    private final EventRepository events;
    private final ViewerRepository viewers;
    private final Clock clock;

    LiveEvents(LiveRepository lives, EventRepository events, ViewerRepository viewers, Clock clock) {
        this.lives = lives;
        this.events = events;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * What a viewer says or sets.
     *
     * @param name instead of the one the viewer came with
     * @throws Refused when that is too much at once, or the rehearsal has ended
     */
    void ofViewer(
            UUID attempt,
            Kind kind,
            UUID viewer,
            Optional<String> name,
            String words,
            Optional<MarkerTime.Recorded> place) {
        long number = lives.nextEvent(attempt);
        Instant now = clock.instant();
        // Asked while this holds the live's row, as the rehearsal's end does: a marker is the attempt's, or is refused.
        EventRepository.Pace pace = events.pace(attempt, viewer, now.minus(PACE));
        if (pace.over()) {
            throw InvitationRefused.ended();
        }
        boolean crowdTalks = kind == Kind.COMMENT && pace.ofAll() >= MOST_OF_ALL;
        if (crowdTalks || pace.ofViewer() >= MOST_OF_A_VIEWER) {
            throw LiveRefused.tooFast();
        }
        String called = name.or(() -> viewers.name(attempt, viewer)).orElse("");
        events.add(attempt, new Stored(number, kind, Optional.of(viewer), called, words, Optional.empty()), place, now);
    }

    /** What the host does. @param about number of a comment */
    void ofHost(UUID attempt, Kind kind, String words, Optional<Long> about) {
        long number = lives.nextEvent(attempt);
        events.add(
                attempt,
                new Stored(number, kind, Optional.empty(), "", words, about),
                Optional.empty(),
                clock.instant());
    }
}
