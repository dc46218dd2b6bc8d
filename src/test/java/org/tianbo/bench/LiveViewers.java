package org.tianbo.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Players that ask as hls.js does: for the playlist again and again, and for each new segment. */
final class LiveViewers implements AutoCloseable {

    private static final Pattern SEGMENT = Pattern.compile("segments/(\\d+)\\.m4s");
    private static final Duration EVERY = Duration.ofSeconds(PhoneClip.CHUNK_SECONDS);

    private final LiveCalls calls;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final AtomicReference<Throwable> failed = new AtomicReference<>();
    private final List<CompletableFuture<?>> listening = new ArrayList<>();
    private volatile Times segments = new Times();

    LiveViewers(LiveCalls calls) {
        this.calls = calls;
    }

    /** One viewer. */
    private final class Player {

        private final LiveCalls.Live live;
        private long seen = -1;

        Player(LiveCalls.Live live) {
            this.live = live;
        }

        void look() {
            calls.playlist(live).thenAccept(this::read).exceptionally(LiveViewers.this::fail);
        }

        private synchronized void read(HttpResponse<String> answer) {
            List<Long> listed = SEGMENT.matcher(answer.body())
                    .results()
                    .map((MatchResult found) -> Long.valueOf(found.group(1)))
                    .toList();
            if (answer.statusCode() != 200) {
                fail(new IOException("A playlist was answered with " + answer.statusCode()));
            } else if (!listed.isEmpty()) {
                long newest = listed.get(listed.size() - 1);
                for (long number = seen < 0 ? newest : seen + 1; number <= newest; number++) {
                    fetch(LiveCalls.media(live) + "segments/" + number + ".m4s");
                }
                seen = newest;
            }
        }
    }

    void watch(List<LiveCalls.Live> viewers) {
        viewers.forEach(viewer -> {
            listening.add(calls.listen(viewer));
            every(new Player(viewer)::look, EVERY);
        });
    }

    /** The floor: as many ask for the same file, each so often. */
    void fetch(int viewers, String path, Duration every) {
        for (int number = 0; number < viewers; number++) {
            every(() -> fetch(path), every);
        }
    }

    private void every(Runnable what, Duration time) {
        timer.scheduleAtFixedRate(
                what, ThreadLocalRandom.current().nextLong(time.toMillis()), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void fetch(String path) {
        Times into = segments;
        long now = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> bytes = calls.bytes(path);
        bytes.thenAccept(answer -> {
                    into.add(System.nanoTime() - now);
                    if (answer.statusCode() != 200) {
                        fail(new IOException(path + " was answered with " + answer.statusCode()));
                    }
                })
                .exceptionally(this::fail);
    }

    /** Forgets what was measured so far. */
    void measureAnew() {
        segments = new Times();
    }

    /** Those that were begun since; the last of them may still be on their way. */
    Times measured() throws IOException {
        if (failed.get() != null) {
            throw new IOException("The figures would mean nothing", failed.get());
        }
        Times begun = segments;
        measureAnew();
        return begun;
    }

    private Void fail(Throwable cause) {
        failed.compareAndSet(null, cause);
        return null;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        listening.forEach(one -> one.cancel(true));
    }
}
