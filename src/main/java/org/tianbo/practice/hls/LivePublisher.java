package org.tianbo.practice.hls;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.media.Media;
import org.tianbo.practice.hls.LiveRepository.Name;

/**
 * Where the holder of one live's lease puts segments: the bytes into the storage first, then their row, and that only
 * while it holds the lease. For one thread.
 */
final class LivePublisher {

    private static final long LARGEST_SEGMENT = 16L << 20;

    /** The database counts them. */
    private static final long NOT_NUMBERED = -1;

    /** Behind those listed, for players that asked just before. */
    private static final int KEPT_BEHIND = 10;

    private final Name live;
    private final UUID holder;
    private final LiveRepository lives;
    private final SegmentRepository segments;
    private final Media media;
    private final Clock clock;

    /** @param holder this replica, as its leases name it */
    LivePublisher(Name live, UUID holder, LiveRepository lives, SegmentRepository segments, Media media, Clock clock) {
        this.live = live;
        this.holder = holder;
        this.lives = lives;
        this.segments = segments;
        this.media = media;
        this.clock = clock;
    }

    boolean take() {
        return lives.take(live.attempt(), holder);
    }

    void release() {
        QuarkusTransaction.requiringNew().run(() -> lives.release(live.attempt(), holder));
    }

    void troubled() {
        QuarkusTransaction.requiringNew().run(() -> lives.troubled(live.attempt(), holder));
    }

    /** Where the last holder ended; empty where nobody began. */
    Optional<ChunkPosition> left() {
        return segments.newest(live.attempt()).map(LiveSegment::resumeAt);
    }

    /** An unbroken stretch of a take. @param fromMs of the take's recorded time */
    Run begin(int take, long fromMs) {
        return new Run(take, fromMs);
    }

    static String folderOf(Name live) {
        return "%s/attempts/%s/live".formatted(live.county(), live.attempt());
    }

    /** Deletes all that was stored to be watched. */
    static void clear(Name live, Media media) {
        media.sizes(folderOf(live)).keySet().forEach(media::delete);
    }

    final class Run {

        private final String name = UUID.randomUUID().toString();
        private final int take;
        private long atMs;
        private Instant shownAt;
        private int number = -1;
        private int stored;

        private Run(int take, long fromMs) {
            this.take = take;
            this.atMs = fromMs;
        }

        boolean hasSegments() {
            return stored > 0;
        }

        /** @return false when another replica holds the lease by now */
        boolean publish(LiveEncoding.Finished finished, Path init, ChunkPosition next) {
            String initKey = "%s/%s.mp4".formatted(folderOf(live), name);
            if (stored == 0) {
                store(initKey, init);
            }
            String key = "%s/%s-%d.m4s".formatted(folderOf(live), name, stored);
            store(key, finished.file());
            Optional<List<String>> forgotten = enter(key, initKey, finished, next);
            if (forgotten.isPresent()) {
                stored++;
                atMs += finished.durationMs();
                shownAt = shownAt.plusMillis(finished.durationMs());
                forgotten.get().forEach(media::delete);
            }
            return forgotten.isPresent();
        }

        /** @return the keys of older segments that are gone now; empty without the lease */
        private Optional<List<String>> enter(
                String key, String initKey, LiveEncoding.Finished finished, ChunkPosition next) {
            if (number < 0) {
                follow(segments.newest(live.attempt()), finished.durationMs());
            }
            LiveSegment segment = new LiveSegment(
                    NOT_NUMBERED,
                    number,
                    key,
                    initKey,
                    finished.durationMs(),
                    take,
                    atMs,
                    next.header(),
                    next.seq(),
                    clock.instant(),
                    shownAt);
            return segments.addNext(live.attempt(), holder, segment, Playlist.SHOWN + KEPT_BEHIND);
        }

        /** Segments may come faster than they last, so their dates follow from their lengths and not from the clock. */
        private void follow(Optional<LiveSegment> before, int durationMs) {
            Instant now = clock.instant().minusMillis(durationMs);
            number = before.map(LiveSegment::run).orElse(-1) + 1;
            shownAt = before.map(LiveSegment::shownUntil)
                    .filter(end -> end.isAfter(now))
                    .orElse(now);
        }

        private void store(String key, Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                media.store(key, in, LARGEST_SEGMENT);
                if (!file.endsWith(LiveEncoding.INIT)) {
                    Files.delete(file);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
