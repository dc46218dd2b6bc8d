package org.tianbo.practice.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.hls.LiveRepository;
import org.tianbo.practice.hls.LiveRepository.LiveState;
import org.tianbo.practice.hls.LiveRepository.Name;
import org.tianbo.practice.hls.LiveSegment;
import org.tianbo.practice.hls.Playlist;
import org.tianbo.practice.hls.SegmentRepository;
import org.tianbo.practice.invitation.Invitation;
import org.tianbo.practice.invitation.InvitationRepository;
import org.tianbo.practice.live.ViewerRepository.Present;

/**
 * The lives that are watched through this replica. One query every half second asks what has changed of all of them,
 * however many watch: it needs no connection of its own, goes through a pooler in transaction mode as every other, and
 * after a database that was away there is nothing to make up for.
 */
@ApplicationScoped
class WatchedLives {

    private static final Logger LOG = Logger.getLogger(WatchedLives.class);

    private static final long LOOK_EVERY_MS = 400;
    private static final int SEGMENTS = 2 * Playlist.SHOWN;

    /** More are not said within half a second. */
    private static final int EVENTS = 100;

    /** How often the database is told that somebody watches. */
    private static final long REPORT_EVERY_NANOS = Duration.ofSeconds(8).toNanos();

    private static final long WATCHED_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long FORGOTTEN_NANOS = Duration.ofSeconds(60).toNanos();

    private final LiveRepository lives;
    private final InvitationRepository invitations;
    private final SegmentRepository segments;
    private final ViewerRepository viewers;
    private final EventRepository events;
    private final CurrentCounty county;
    private final Map<Name, Watched> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "live-changes"));
    private volatile long reportedAt = System.nanoTime() - REPORT_EVERY_NANOS;

    WatchedLives(
            LiveRepository lives,
            InvitationRepository invitations,
            SegmentRepository segments,
            ViewerRepository viewers,
            EventRepository events,
            CurrentCounty county) {
        this.lives = lives;
        this.invitations = invitations;
        this.segments = segments;
        this.viewers = viewers;
        this.events = events;
        this.county = county;
    }

    /** Is told what a live is like, again and again. */
    interface Subscriber {
        void isNow(LiveSnapshot live);

        /** Is told nothing more: the same viewer has opened too many pages since. */
        void isReplaced();

        /** Who is counted as watching; empty for the host. */
        Optional<UUID> viewer();
    }

    /** One live, as it was seen last. */
    private static final class Watched {

        private volatile LiveSnapshot snapshot;
        private final Collection<Subscriber> subscribers = new ConcurrentLinkedQueue<>();
        private volatile long requestedAt = System.nanoTime();
        private volatile long pictureRequestedAt = System.nanoTime() - WATCHED_NANOS;

        private Watched(LiveSnapshot snapshot) {
            this.snapshot = snapshot;
        }
    }

    void start(@Observes StartupEvent started) {
        scheduler.scheduleWithFixedDelay(this::lookSafely, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.shutdownNow();
    }

    /** As far as it is known here; empty for one that {@link #load} must be asked for. */
    Optional<LiveSnapshot> known(Name live) {
        Watched one = watched.get(live);
        if (one == null) {
            return Optional.empty();
        }
        one.requestedAt = System.nanoTime();
        return Optional.of(one.snapshot);
    }

    /** Asks the database, and goes on following it. Empty when nobody was ever invited. */
    Optional<LiveSnapshot> load(Name live) {
        Optional<LiveSnapshot> known = known(live);
        if (known.isPresent()) {
            return known;
        }
        Optional<LiveSnapshot> loaded = county.as(CurrentCounty.ROOT, () -> lives.states(List.of(live))).stream()
                .findFirst()
                .map(this::first);
        loaded.ifPresent(snapshot -> watched.putIfAbsent(live, new Watched(snapshot)));
        return loaded;
    }

    /** Somebody asks for its picture, which is made only then. */
    void pictureIsWanted(Name live) {
        Watched one = watched.get(live);
        if (one != null) {
            boolean first = !isPictureWanted(one, System.nanoTime());
            one.pictureRequestedAt = System.nanoTime();
            if (first) {
                reportedAt = System.nanoTime() - REPORT_EVERY_NANOS;
            }
        }
    }

    private static boolean isPictureWanted(Watched one, long now) {
        return now - one.pictureRequestedAt < WATCHED_NANOS;
    }

    /** Tells the subscriber at once and from now on. The live is known here. */
    void subscribe(Name live, Subscriber subscriber) {
        Watched one = watched.get(live);
        one.subscribers.add(subscriber);
        subscriber.isNow(one.snapshot);
    }

    /** Ends the viewer's oldest subscriptions beyond that many. */
    void leaveRoom(Name live, UUID viewer, int most) {
        List<Subscriber> own = watched.get(live).subscribers.stream()
                .filter(one -> one.viewer().filter(viewer::equals).isPresent())
                .toList();
        own.subList(0, Math.max(0, own.size() - most)).forEach(Subscriber::isReplaced);
    }

    void unsubscribe(Name live, Subscriber subscriber) {
        Watched one = watched.get(live);
        if (one != null) {
            one.subscribers.remove(subscriber);
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException databaseAway) {
            LOG.warnf(databaseAway, "What has changed of the lives cannot be seen now");
        }
    }

    /** Not private, so that the request scope can be put around it, which Hibernate asks for the county. */
    @ActivateRequestContext
    void look() {
        long now = System.nanoTime();
        watched.values().removeIf(one -> one.subscribers.isEmpty() && now - one.requestedAt > FORGOTTEN_NANOS);
        if (watched.isEmpty()) {
            return;
        }
        // Only of these the answer tells: one that was loaded meanwhile is not gone.
        List<Name> asked = List.copyOf(watched.keySet());
        Map<Name, LiveState> states = county.as(CurrentCounty.ROOT, () -> lives.states(asked)).stream()
                .collect(Collectors.toMap(LiveState::name, Function.identity()));
        Map<Name, List<LiveSegment>> segmentsSince = segmentsSince(states);
        for (Name live : asked) {
            if (states.containsKey(live)) {
                renew(watched.get(live), states.get(live), segmentsSince.getOrDefault(live, List.of()));
            } else {
                watched.remove(live);
            }
        }
        report(now);
    }

    /** Of those that have more than is known here. */
    private Map<Name, List<LiveSegment>> segmentsSince(Map<Name, LiveState> states) {
        Map<Name, Long> wanted = new HashMap<>();
        states.forEach((live, state) -> {
            LiveSnapshot known = watched.get(live).snapshot;
            if (known.state().nextSegment() != state.nextSegment()) {
                wanted.put(live, known.nextSegment());
            }
        });
        return wanted.isEmpty() ? Map.of() : county.as(CurrentCounty.ROOT, () -> segments.from(wanted));
    }

    /** Reads only what has changed. */
    private void renew(Watched one, LiveState state, List<LiveSegment> more) {
        LiveSnapshot before = one.snapshot;
        LiveSnapshot.Guests guests =
                before.state().lastEvent() == state.lastEvent() ? before.guests() : guests(state.name());
        one.snapshot = before.renewed(state, guests, more);
        one.subscribers.forEach(subscriber -> subscriber.isNow(one.snapshot));
    }

    private void report(long now) {
        if (now - reportedAt < REPORT_EVERY_NANOS) {
            return;
        }
        reportedAt = now;
        List<Name> wanted = new ArrayList<>();
        List<Present> present = new ArrayList<>();
        watched.forEach((live, one) -> {
            if (isPictureWanted(one, now)) {
                wanted.add(live);
            }
            one.subscribers.forEach(page -> page.viewer().ifPresent(viewer -> present.add(new Present(live, viewer))));
        });
        if (!wanted.isEmpty() || !present.isEmpty()) {
            county.run(
                    CurrentCounty.ROOT, () -> QuarkusTransaction.requiringNew().run(() -> {
                        lives.watched(wanted);
                        viewers.seen(present);
                    }));
        }
    }

    private LiveSnapshot first(LiveState state) {
        return LiveSnapshot.first(
                state,
                guests(state.name()),
                county.as(
                        state.name().county(),
                        () -> segments.newest(state.name().attempt(), SEGMENTS)));
    }

    private LiveSnapshot.Guests guests(Name live) {
        return county.as(live.county(), () -> guests(live.attempt()));
    }

    private LiveSnapshot.Guests guests(UUID attempt) {
        return new LiveSnapshot.Guests(
                invitations.of(attempt).stream().collect(Collectors.toMap(Invitation::id, Function.identity())),
                Set.copyOf(viewers.removed(attempt)),
                events.after(attempt, 0, EVENTS));
    }
}
