package org.tianbo.bench.live;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tianbo.bench.measure.PhoneClip;
import org.tianbo.bench.measure.Times;

/** Players that ask as hls.js does: for the playlist again and again, and for each new segment. */
final class LiveViewers implements AutoCloseable {

    private static final Pattern SEGMENT = Pattern.compile("segments/(\\d+)\\.m4s");
    private static final Duration EVERY = Duration.ofSeconds(PhoneClip.CHUNK_SECONDS);

    /** A server that does not keep up gets no more at once than this. */
    private static final int MOST_UNDER_WAY = 2_000;

    private final LiveCalls calls;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final AtomicLong failures = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final List<CompletableFuture<?>> listening = new ArrayList<>();
    private volatile Times segments = new Times();

    LiveViewers(LiveCalls calls) {
        this.calls = calls;
    }

    /** One viewer. */
    private final class Player {

        private final LiveCalls.Live live;
        private long seen = -1;
        private boolean looking;

        Player(LiveCalls.Live live) {
            this.live = live;
        }

        synchronized void look() {
            if (!looking) {
                looking = true;
                calls.playlist(live).whenComplete((answer, broken) -> read(answer));
            }
        }

        private synchronized void read(HttpResponse<String> answer) {
            looking = false;
            if (answer == null || answer.statusCode() != 200) {
                failures.incrementAndGet();
                return;
            }
            List<Long> listed = SEGMENT.matcher(answer.body())
                    .results()
                    .map((MatchResult found) -> Long.valueOf(found.group(1)))
                    .toList();
            if (!listed.isEmpty()) {
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
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            failures.incrementAndGet();
            return;
        }
        Times into = segments;
        long now = System.nanoTime();
        calls.fetch(path).whenComplete((status, broken) -> {
            underWay.decrementAndGet();
            if (status == null || status != 200) {
                failures.incrementAndGet();
            } else {
                into.add(System.nanoTime() - now);
            }
        });
    }

    /** Forgets what was measured so far. */
    void measureAnew() {
        segments = new Times();
        failures.set(0);
    }

    /** Segments that were asked for since, and have come. */
    Times measured() {
        return segments;
    }

    /** Calls since that were refused, broke off or took too long, and segments that could not be asked for any more. */
    long failures() {
        return failures.get();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        listening.forEach(one -> one.cancel(true));
    }
}
