package org.tianbo.practice.live;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.AttemptFinished;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.TimeMarker;
import org.tianbo.practice.hls.LiveRepository;
import org.tianbo.practice.hls.LiveRepository.Name;
import org.tianbo.practice.live.LiveEvent.Kind;

/** What the host of a live sees and does while it is recorded. */
@ApplicationScoped
public class LiveHost {

    private static final Logger LOG = Logger.getLogger(LiveHost.class);

    private final AttemptAccess access;
    private final AttemptRepository attempts;
    private final LiveEvents events;
    private final EventRepository stored;
    private final ViewerRepository viewers;
    private final LiveRepository lives;
    private final LiveStreams streams;

    LiveHost(
            AttemptAccess access,
            AttemptRepository attempts,
            LiveEvents events,
            EventRepository stored,
            ViewerRepository viewers,
            LiveRepository lives,
            LiveStreams streams) {
        this.access = access;
        this.attempts = attempts;
        this.events = events;
        this.stored = stored;
        this.viewers = viewers;
        this.lives = lives;
        this.streams = streams;
    }

    /**
     * What viewers say and mentors whisper.
     *
     * @param after number of the last event this page was told; empty for a page that was told nothing
     * @throws Refused when nobody was invited
     */
    public Multi<LiveEvent> events(UUID id, Optional<Long> after) {
        return streams.ofHost(named(id), after);
    }

    @Transactional
    Name named(UUID id) {
        Attempt attempt = access.own(id);
        return new Name(attempt.county, id);
    }

    /** Viewers who come late see how far it is. Without anybody invited nothing is kept. */
    @Transactional
    public void step(UUID id, String ref) {
        access.own(id);
        if (lives.exists(id)) {
            events.ofHost(id, Kind.STEP, ref, Optional.empty());
        }
    }

    /** Nobody is shown it any more; again is the same as once. */
    @Transactional
    public void removeComment(UUID id, long number) {
        access.own(id);
        if (!stored.isComment(id, number)) {
            throw LiveRefused.commentUnknown();
        }
        events.ofHost(id, Kind.REMOVAL, "", Optional.of(number));
        LOG.infof("A comment on attempt %s was removed", id);
    }

    /** Sends a viewer away at once; the same page lets them in no more. */
    @Transactional
    public void removeViewer(UUID id, UUID viewer) {
        access.own(id);
        if (!viewers.remove(id, viewer)) {
            throw LiveRefused.viewerUnknown();
        }
        lives.nextEvent(id);
        LOG.infof("A viewer of attempt %s was sent away", id);
    }

    /** Viewers who come late see which one it is. @param number from 1 */
    @Transactional
    public void product(UUID id, int number) {
        access.own(id);
        if (lives.exists(id)) {
            events.ofHost(id, Kind.PRODUCT, Integer.toString(number), Optional.empty());
        }
    }

    /** The mentors' markers become the attempt's, so that its time line shows them. */
    void storeMarkers(@Observes AttemptFinished finished) {
        List<TimeMarker> set = lives.nextEventIfWatched(finished.attempt()).isPresent()
                ? stored.markers(finished.attempt())
                : List.of();
        if (!set.isEmpty()) {
            Attempt attempt = attempts.byId(finished.attempt()).orElseThrow();
            attempt.markers =
                    Stream.concat(attempt.markers.stream(), set.stream()).toList();
        }
    }
}
