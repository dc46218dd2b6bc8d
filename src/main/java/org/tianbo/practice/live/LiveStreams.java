package org.tianbo.practice.live;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.hls.LiveRepository.Name;
import org.tianbo.practice.live.Watching.Admitted;

/** Tells open pages what happens: first what they missed, from the database, then what is new. */
@ApplicationScoped
class LiveStreams {

    /** So many events wait for a page whose network is slow; one that falls farther behind connects anew. */
    private static final int MOST_WAITING = 512;

    /** Of what was said before somebody came. */
    private static final int BEFORE = 30;

    private static final int MOST_MISSED = 300;

    /** A phone and a laptop, and connections that broke and are not yet known to have. */
    private static final int PAGES_OF_A_VIEWER = 4;

    private final WatchedLives watched;
    private final EventRepository events;
    private final CurrentCounty county;
    private final Clock clock;

    LiveStreams(WatchedLives watched, EventRepository events, CurrentCounty county, Clock clock) {
        this.watched = watched;
        this.events = events;
        this.county = county;
        this.clock = clock;
    }

    Multi<LiveEvent> ofViewer(Admitted viewer, Optional<Long> after) {
        return open(viewer.live(), Optional.of(viewer), after);
    }

    Multi<LiveEvent> ofHost(Name live, Optional<Long> after) {
        return open(live, Optional.empty(), after);
    }

    private Multi<LiveEvent> open(Name live, Optional<Admitted> viewer, Optional<Long> after) {
        watched.load(live).orElseThrow(LiveRefused::nobodyInvited);
        List<LiveEvent.Stored> missed =
                county.as(live.county(), () -> after.map(number -> events.after(live.attempt(), number, MOST_MISSED))
                        .orElseGet(() -> events.after(live.attempt(), 0, BEFORE)));
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            LiveStream stream = new LiveStream(viewer, after.orElse(0L), missed, emitter, clock);
                            emitter.onTermination(() -> watched.unsubscribe(live, stream));
                            viewer.ifPresent(one -> watched.leaveRoom(live, one.viewer(), PAGES_OF_A_VIEWER - 1));
                            watched.subscribe(live, stream);
                        },
                        MOST_WAITING);
    }
}
