package org.tianbo.practice.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells one viewer what is new. */
final class ViewerStream implements WatchedLives.Subscriber {

    /** Proxies cut off what is silent for a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Watching.Admitted viewer;
    private final MultiEmitter<? super LiveEvent> emitter;
    private final Clock clock;
    private LiveSnapshot.Phase phase;
    private Instant toldAt = Instant.EPOCH;

    ViewerStream(Watching.Admitted viewer, MultiEmitter<? super LiveEvent> emitter, Clock clock) {
        this.viewer = viewer;
        this.emitter = emitter;
        this.clock = clock;
    }

    @Override
    public synchronized void isNow(LiveSnapshot live) {
        Instant now = clock.instant();
        try {
            live.check(viewer.invitation(), now);
        } catch (LiveRefused over) {
            emitter.emit(LiveEvent.gone(over.code()));
            emitter.complete();
            return;
        }
        if (live.phase(now) != phase) {
            phase = live.phase(now);
            tell(LiveEvent.state(phase), now);
        }
        if (toldAt.plus(SIGN_OF_LIFE).isBefore(now)) {
            tell(LiveEvent.STILL_HERE, now);
        }
    }

    private void tell(LiveEvent event, Instant now) {
        emitter.emit(event);
        toldAt = now;
    }
}
