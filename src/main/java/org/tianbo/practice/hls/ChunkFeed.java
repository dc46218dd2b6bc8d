package org.tianbo.practice.hls;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.hls.LiveRepository.Name;
import org.tianbo.practice.upload.ChunkRepository;
import org.tianbo.practice.upload.ChunkRepository.Chunk;
import org.tianbo.practice.upload.ChunkRepository.Wanted;

/**
 * Tells the lives that are worked on here of chunks that have come in, whichever replica took them. One query asks for
 * all lives that wait, however many they are, and nobody is asked while none waits.
 */
@ApplicationScoped
class ChunkFeed {

    private static final Logger LOG = Logger.getLogger(ChunkFeed.class);

    private static final long LOOK_EVERY_MS = 200;

    /** Two seconds each; whoever is farther behind asks again. */
    private static final int AT_ONCE = 4;

    private final ChunkRepository chunks;
    private final CurrentCounty county;
    private final Map<Name, Waiting> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "live-chunks"));

    ChunkFeed(ChunkRepository chunks, CurrentCounty county) {
        this.chunks = chunks;
        this.county = county;
    }

    private record Waiting(ChunkPosition from, CompletableFuture<List<Chunk>> found) {}

    void start() {
        scheduler.scheduleWithFixedDelay(this::lookSafely, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.shutdownNow();
    }

    /**
     * Some of those stored from the position on, in the order they were recorded; the first may lie behind it. Of each
     * live one thread waits.
     *
     * @return none when no such chunk came in meanwhile
     */
    List<Chunk> from(Name live, ChunkPosition position, Duration patience) throws InterruptedException {
        Waiting own = new Waiting(position, new CompletableFuture<>());
        waiting.put(live, own);
        try {
            return own.found().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException none) {
            return List.of();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            waiting.remove(live, own);
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException databaseAway) {
            LOG.warnf(databaseAway, "Chunks of lives cannot be looked for now");
        }
    }

    private void look() {
        Map<Name, Waiting> asking = Map.copyOf(waiting);
        if (asking.isEmpty()) {
            return;
        }
        List<Map.Entry<Name, Waiting>> order = List.copyOf(asking.entrySet());
        List<Wanted> wanted = order.stream()
                .map(one -> new Wanted(
                        one.getKey().county(),
                        one.getKey().attempt(),
                        one.getValue().from().take(),
                        one.getValue().from().seq()))
                .toList();
        Map<Integer, List<Chunk>> found = county.as(CurrentCounty.ROOT, () -> chunks.storedFrom(wanted, AT_ONCE));
        found.forEach((index, stored) -> order.get(index).getValue().found().complete(stored));
    }
}
