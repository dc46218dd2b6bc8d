package org.tianbo.practice.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.PracticeConfig;

/**
 * Bounds how many new viewers come by one link, and from one address by one link, within ten minutes, as seen by this
 * replica. Five hundred people behind one address of a mobile network pass; a link that a crowd or a script calls again
 * and again does not. Whoever comes again with the pass of the first time is not counted.
 */
@ApplicationScoped
class Crowds {

    static final Duration WITHIN = Duration.ofMinutes(10);

    /** More are forgotten, which lets somebody in rather than shut everybody out. */
    private static final long MOST_KEPT = 100_000;

    private record Place(UUID invitation, String address) {}

    private static final String ANYWHERE = "";

    private final PracticeConfig.Live limits;
    private final Cache<Place, AtomicInteger> joined;

    @Inject
    Crowds(PracticeConfig config) {
        this(config.live(), Ticker.systemTicker());
    }

    Crowds(PracticeConfig.Live limits, Ticker time) {
        this.limits = limits;
        this.joined = Caffeine.newBuilder()
                .ticker(time)
                .expireAfterWrite(WITHIN)
                .maximumSize(MOST_KEPT)
                .build();
    }

    /**
     * Counts a new viewer.
     *
     * @param address network the request came from
     * @throws Refused when too many came before
     */
    void join(UUID invitation, String address) {
        count(new Place(invitation, address), limits.newViewersOfAddress());
        count(new Place(invitation, ANYWHERE), limits.newViewersOfLink());
    }

    private void count(Place place, int most) {
        if (joined.get(place, none -> new AtomicInteger()).incrementAndGet() > most) {
            throw LiveRefused.crowded(WITHIN.toMinutes());
        }
    }
}
