package org.tianbo.practice.hls;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.media.WorkDirectory;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.hls.LiveRepository.Name;

/**
 * Looks for lives that are watched and that no replica works on, and works on them here. When a replica dies its leases
 * run out, and another finds its lives the same way.
 */
@ApplicationScoped
class LiveWorkers {

    private static final Logger LOG = Logger.getLogger(LiveWorkers.class);

    private static final long LOOK_EVERY_MS = 700;
    private static final long RENEW_EVERY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int MOST = 100;

    /** A minute of segments; what lies there is deleted as soon as it is stored. */
    private static final long BYTES_OF_A_LIVE = 16L << 20;

    private final LiveRepository lives;
    private final SegmentRepository segments;
    private final LiveTurns turns;
    private final ChunkFeed feed;
    private final LiveChunks chunks;
    private final LiveEncoder encoder;
    private final Media media;
    private final Jobs jobs;
    private final CurrentCounty county;
    private final Clock clock;
    private final UUID holder = UUID.randomUUID();
    private final Map<Name, LiveWorker> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "live-look"));
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "live-worker"));
    private long renewedAt;

    LiveWorkers(
            LiveRepository lives,
            SegmentRepository segments,
            LiveTurns turns,
            ChunkFeed feed,
            LiveChunks chunks,
            LiveEncoder encoder,
            Media media,
            Jobs jobs,
            CurrentCounty county,
            Clock clock) {
        this.lives = lives;
        this.segments = segments;
        this.turns = turns;
        this.feed = feed;
        this.chunks = chunks;
        this.encoder = encoder;
        this.media = media;
        this.jobs = jobs;
        this.county = county;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (jobs.runHere()) {
            feed.start();
            scheduler.scheduleWithFixedDelay(this::lookSafely, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** Another replica goes on as soon as the leases are given back. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        scheduler.shutdownNow();
        threads.shutdownNow();
        running.values().forEach(LiveWorker::stop);
        if (!threads.awaitTermination(3, TimeUnit.SECONDS)) {
            LOG.warn("Some lives are still worked on; their leases run out by themselves");
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException databaseAway) {
            LOG.warnf(databaseAway, "Lives cannot be looked for now");
        }
    }

    /** Not private, as {@link #work} is not, so that the request scope can be put around it. */
    @ActivateRequestContext
    void look() {
        renew();
        county.as(CurrentCounty.ROOT, () -> lives.waiting(MOST)).forEach(this::begin);
    }

    /** All at once, however many they are. */
    private void renew() {
        long now = System.nanoTime();
        if (running.isEmpty() || now - renewedAt < RENEW_EVERY_NANOS) {
            return;
        }
        Map<Name, LiveWorker> asked = Map.copyOf(running);
        Set<Name> held =
                Set.copyOf(county.as(CurrentCounty.ROOT, () -> lives.renew(List.copyOf(asked.keySet()), holder)));
        asked.forEach((live, worker) -> {
            if (held.contains(live)) {
                worker.renewedAt(now);
            } else {
                worker.lost();
            }
        });
        renewedAt = now;
    }

    private void begin(Name live) {
        if (running.size() < MOST && !running.containsKey(live)) {
            LivePublisher publisher = new LivePublisher(live, holder, lives, segments, media, clock);
            if (county.as(live.county(), publisher::take)) {
                threads.execute(() -> county.run(live.county(), () -> work(live, publisher)));
            }
        }
    }

    @ActivateRequestContext
    void work(Name live, LivePublisher publisher) {
        String name = "%s/live-%s".formatted(live.county(), live.attempt());
        try (WorkDirectory workDirectory = media.workplace(name, BYTES_OF_A_LIVE)) {
            LiveWorker worker = new LiveWorker(live, turns, feed, chunks, encoder, publisher, workDirectory.folder());
            running.put(live, worker);
            worker.run();
        } catch (RuntimeException failed) {
            // The lease runs out, and this or another replica tries again.
            LOG.errorf(failed, "Live %s broke off here", live.attempt());
        } finally {
            running.remove(live);
        }
    }
}
