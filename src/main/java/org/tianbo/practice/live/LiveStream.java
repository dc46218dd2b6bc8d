package org.tianbo.practice.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.live.LiveEvent.Kind;
import org.tianbo.practice.live.LiveEvent.Stored;
import org.tianbo.practice.live.Watching.Admitted;

/** Tells one page what is new: a viewer's, or the host's. */
final class LiveStream implements WatchedLives.Subscriber {

    /** Proxies cut off what is silent for a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Optional<Admitted> viewer;
    private final MultiEmitter<? super LiveEvent> emitter;
    private final Clock clock;
    private List<Stored> missed;
    private long last;
    private LiveEvent.State state;
    private Instant sentAt = Instant.EPOCH;

    /**
     * @param viewer empty for the host
     * @param last number of the last event it was told; 0 for none
     * @param missed what to tell first
     */
    LiveStream(
            Optional<Admitted> viewer,
            long last,
            List<Stored> missed,
            MultiEmitter<? super LiveEvent> emitter,
            Clock clock) {
        this.viewer = viewer;
        this.last = last;
        this.missed = missed;
        this.emitter = emitter;
        this.clock = clock;
    }

    @Override
    public Optional<UUID> viewer() {
        return viewer.map(Admitted::viewer);
    }

    @Override
    public synchronized void isNow(LiveSnapshot live) {
        Instant now = clock.instant();
        try {
            viewer.ifPresent(one -> live.check(one, now));
        } catch (Refused over) {
            emitter.emit(LiveEvent.gone(over.code()));
            emitter.complete();
            return;
        }
        LiveEvent.State current =
                new LiveEvent.State(live.phase(now).word(), live.state().watching());
        if (!current.equals(state)) {
            state = current;
            send(LiveEvent.state(state), now);
        }
        sendAll(missed, now);
        missed = List.of();
        sendAll(live.events(), now);
        if (sentAt.plus(SIGN_OF_LIFE).isBefore(now)) {
            send(LiveEvent.STILL_HERE, now);
        }
    }

    @Override
    public synchronized void isReplaced() {
        emitter.emit(LiveEvent.gone("live.elsewhere"));
        emitter.complete();
    }

    private void sendAll(List<Stored> events, Instant now) {
        if (events.isEmpty() || events.get(events.size() - 1).number() <= last) {
            return;
        }
        Set<Long> removed = new HashSet<>();
        events.stream().filter(event -> event.kind() == Kind.REMOVAL).forEach(event -> event.about()
                .ifPresent(removed::add));
        for (Stored event : events) {
            if (event.number() > last && event.isFor(viewer()) && !removed.contains(event.number())) {
                send(event.shownTo(viewer()), now);
            }
        }
        last = events.get(events.size() - 1).number();
    }

    private void send(LiveEvent event, Instant now) {
        emitter.emit(event);
        sentAt = now;
    }
}
