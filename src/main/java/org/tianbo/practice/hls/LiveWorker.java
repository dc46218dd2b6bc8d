package org.tianbo.practice.hls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.tianbo.practice.hls.LiveRepository.Name;
import org.tianbo.practice.upload.ChunkRepository.Chunk;

/**
 * Makes the segments of one live, as long as this replica holds its lease and somebody watches, from the newest chunks
 * or where the holder before ended. A new stretch begins at each take, at a hole, where a recorder was restarted or its
 * phone turned, and when ffmpeg has died.
 */
final class LiveWorker implements Runnable {

    private static final Logger LOG = Logger.getLogger(LiveWorker.class);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    /** A lease that was not renewed for so long is about to run out. */
    private static final Duration LEASE_IS_SAFE = Duration.ofSeconds(8);

    /** For the last chunks of a take, when those of the next are here. */
    private static final Duration FOR_A_TAKE = Duration.ofSeconds(2);

    /** Chunks come every two seconds; then viewers are shown the take's copy, or after a copy the take again. */
    private static final Duration FOR_ANOTHER_COPY = Duration.ofMillis(2_500);

    /** For a missing chunk, when later ones of its take are here. */
    private static final Duration FOR_A_CHUNK = Duration.ofSeconds(8);

    /** Without a chunk for so long the host has no network or pauses: what is left is shown. */
    private static final Duration SILENCE = Duration.ofSeconds(6);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** After so many stretches in a row without a segment the take is left alone; the next is tried again. */
    private static final int MOST_FAILURES = 6;

    private final Name live;
    private final LiveTurns turns;
    private final ChunkFeed feed;
    private final LiveChunks chunks;
    private final LiveEncoder encoder;
    private final LivePublisher publisher;
    private final Path folder;
    private long lookedForCopies = System.nanoTime();
    private Optional<ChunkPosition> position;
    private int failures;
    private int turnedTake;
    private volatile long renewedAt = System.nanoTime();
    private volatile boolean held = true;
    private volatile LiveEncoding current;

    LiveWorker(
            Name live,
            LiveTurns turns,
            ChunkFeed feed,
            LiveChunks chunks,
            LiveEncoder encoder,
            LivePublisher publisher,
            Path folder) {
        this.live = live;
        this.turns = turns;
        this.feed = feed;
        this.chunks = chunks;
        this.encoder = encoder;
        this.publisher = publisher;
        this.folder = folder;
    }

    @Override
    public void run() {
        try {
            position = publisher.left();
            while (holds()) {
                if (hasComeIn(position.orElse(ChunkPosition.FIRST))) {
                    Optional<TakeStart> start = turns.begin(this::start);
                    if (start.isPresent()) {
                        stretch(start.get());
                    } else {
                        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
                    }
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            LOG.errorf(failed, "Live %s cannot be worked on here", live.attempt());
        } finally {
            release();
        }
    }

    /** Of the take, or of a copy where the take does not come. */
    private boolean hasComeIn(ChunkPosition from) throws InterruptedException {
        if (!comeIn(from).isEmpty()) {
            return true;
        }
        if (System.nanoTime() - lookedForCopies < FOR_ANOTHER_COPY.toNanos()) {
            return false;
        }
        lookedForCopies = System.nanoTime();
        return chunks.instead(live.attempt(), from).isPresent();
    }

    private List<Chunk> comeIn(ChunkPosition from) throws InterruptedException {
        if (from.copy() == 0) {
            return feed.from(live, from, LOOK_AGAIN);
        }
        List<Chunk> ofCopy = chunks.from(live.attempt(), from);
        if (ofCopy.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        }
        return ofCopy;
    }

    /** Also when this replica stops: whoever is interrupted gets no connection to the database. */
    private void release() {
        boolean stopping = Thread.interrupted();
        publisher.release();
        if (stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends ffmpeg at once, as when this process dies. */
    void stop() {
        Optional.ofNullable(current).ifPresent(LiveEncoding::close);
    }

    /** The lease was renewed at that moment or later. @param nanos as {@link System#nanoTime} told it */
    void renewedAt(long nanos) {
        renewedAt = nanos;
    }

    /** Another replica holds the lease, or nobody watches any more. */
    void lost() {
        held = false;
    }

    private boolean holds() {
        return held
                && System.nanoTime() - renewedAt < LEASE_IS_SAFE.toNanos()
                && !Thread.currentThread().isInterrupted();
    }

    private Optional<TakeStart> start() {
        Optional<ChunkPosition> next =
                position.isPresent() ? chunks.goOn(live.attempt(), position.get()) : chunks.newest(live.attempt());
        boolean sameTake = next.isPresent()
                && position.filter(before -> before.take() == next.get().take()).isPresent();
        if (failures >= MOST_FAILURES && sameTake) {
            return Optional.empty();
        }
        return next.flatMap(from -> chunks.start(live.attempt(), from))
                .or(() -> position.flatMap(from -> chunks.instead(live.attempt(), from))
                        .flatMap(from -> chunks.start(live.attempt(), from)));
    }

    private void stretch(TakeStart start) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(folder, "stretch-");
        boolean shown = false;
        Optional<LiveEncoding> begun = turns.begin(
                () -> encoder.begin(start, turnedTake == start.next().take(), own));
        if (begun.isPresent()) {
            try (LiveEncoding encoding = begun.get()) {
                current = encoding;
                shown = new Stretch(encoding, start).run();
            } finally {
                current = null;
            }
        } else {
            position = Optional.of(start.next());
        }
        failures = shown ? 0 : failures + 1;
        if (!shown) {
            publisher.troubled();
            pauseAfterFailure();
        }
    }

    private void pauseAfterFailure() throws InterruptedException {
        long pauseMs = Math.min(LONGEST_PAUSE.toMillis(), LOOK_AGAIN.toMillis() << Math.min(failures, 10));
        for (long waited = 0; waited < pauseMs && holds(); waited += LOOK_AGAIN.toMillis()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        }
    }

    /** From one beginning of ffmpeg to its end. */
    private final class Stretch {

        private final LiveEncoding encoding;
        private final TakeStart start;
        private final LivePublisher.Run run;
        private ChunkPosition next;
        private long waitingSince = System.nanoTime();

        Stretch(LiveEncoding encoding, TakeStart start) {
            this.encoding = encoding;
            this.start = start;
            this.run = publisher.begin(start.next().take(), start.fromMs());
            this.next = start.next();
        }

        /** @return whether anything came of it */
        boolean run() throws InterruptedException {
            boolean died;
            try {
                encoding.write(start.bytes());
                while (holds() && encoding.isRunning() && goOn()) {
                    publish();
                }
                died = !encoding.isRunning();
                encoding.finish();
            } catch (IOException refused) {
                died = true;
            }
            publish();
            if (died) {
                LOG.warnf("ffmpeg of live %s ended by itself: %s", live.attempt(), encoding.log());
            }
            // After a death that left nothing to show, the chunk before may be the reason.
            position = Optional.of(died && run.hasSegments() ? next.before() : next);
            return run.hasSegments();
        }

        private void publish() throws InterruptedException {
            for (LiveEncoding.Finished finished : encoding.finished()) {
                if (!turns.publish(() -> run.publish(finished, encoding.init(), chunks.inTake(live.attempt(), next)))) {
                    lost();
                }
            }
        }

        /** @return false where another stretch begins */
        private boolean goOn() throws IOException, InterruptedException {
            List<Chunk> stored = comeIn(next);
            if (!stored.isEmpty()
                    && next.isAt(stored.get(0).take(), stored.get(0).seq())) {
                return writeAll(stored);
            }
            Optional<ChunkPosition> other =
                    isOver(FOR_ANOTHER_COPY) ? chunks.instead(live.attempt(), next) : Optional.empty();
            if (other.isPresent()) {
                next = other.get();
                return false;
            }
            if (stored.isEmpty()) {
                return !isOver(SILENCE);
            }
            Chunk first = stored.get(0);
            if (isOver(first.take() == next.take() ? FOR_A_CHUNK : FOR_A_TAKE)) {
                next = leap(first);
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            return true;
        }

        /** Those that follow without a hole. */
        private boolean writeAll(List<Chunk> stored) throws IOException {
            for (Chunk chunk : stored) {
                if (!next.isAt(chunk.take(), chunk.seq())) {
                    return true;
                }
                byte[] bytes = chunks.bytes(chunk);
                if (TakeStart.isHeader(bytes)) {
                    next = new ChunkPosition(next.take(), next.copy(), next.seq(), next.seq());
                    return false;
                }
                if (!encoding.write(bytes, start)) {
                    LOG.infof("The phone of live %s is turned: its take is encoded", live.attempt());
                    turnedTake = next.take();
                    return false;
                }
                next = next.following();
                waitingSince = System.nanoTime();
            }
            return true;
        }

        /** A hole is left behind; a take that has no header yet is waited for. */
        private ChunkPosition leap(Chunk stored) {
            return stored.take() == next.take()
                    ? new ChunkPosition(next.take(), next.copy(), stored.seq(), next.header())
                    : new ChunkPosition(stored.take(), 0, 0);
        }

        private boolean isOver(Duration patience) {
            return System.nanoTime() - waitingSince > patience.toNanos();
        }
    }
}
