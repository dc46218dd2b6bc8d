package org.tianbo.cohort.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tianbo.platform.error.Refused;

/**
 * How often one network asks to join. A village meeting shares one address, so an hour takes a whole class of them;
 * somebody who fills the county's list with inventions is slowed down.
 */
@ApplicationScoped
class JoinPace {

    static final int AN_HOUR = 60;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_NETWORKS = 10_000;

    private final Clock clock;

    private final Map<String, Window> byNetwork = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_NETWORKS;
        }
    };

    JoinPace(Clock clock) {
        this.clock = clock;
    }

    private record Window(Instant begun, int asked) {}

    /** @throws Refused when the network has asked too often within the hour */
    synchronized void ask(String network) {
        Instant now = clock.instant();
        Window window = byNetwork.get(network);
        if (window == null || !now.isBefore(window.begun().plus(WINDOW))) {
            window = new Window(now, 0);
        }
        if (window.asked() >= AN_HOUR) {
            throw JoinRefused.tooMany();
        }
        byNetwork.put(network, new Window(window.begun(), window.asked() + 1));
    }
}
