package org.tianbo.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phones that send what they record while it is recorded, and a player for each, so that segments are made of it.
 * Bounded by the clip's length.
 */
final class LiveHosts {

    private static final Pattern FIRST = Pattern.compile("#EXT-X-MEDIA-SEQUENCE:(\\d+)");
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Until the replica has found a new live and waits for its first chunk. */
    private static final Duration TO_BE_FOUND = Duration.ofSeconds(6);

    private static final Duration FOR_THE_LAST = Duration.ofSeconds(8);

    private final LiveCalls calls;
    private final PhoneClip clip;
    private final Times acknowledged = new Times();
    private final Times untilListed = new Times();
    private final AtomicReference<Throwable> failed = new AtomicReference<>();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

    LiveHosts(LiveCalls calls, PhoneClip clip) {
        this.calls = calls;
        this.clip = clip;
    }

    /**
     * @param acknowledged chunks
     * @param untilListed from when a phone had recorded a chunk until the playlist names its segment
     * @param cores of the application, its ffmpegs and PostgreSQL
     * @param lost chunks that the server does not have
     */
    record Measured(Times acknowledged, Times untilListed, double cores, long lost) {}

    /** One phone. */
    private final class Host {

        private final LiveCalls.Live live;
        private final ConcurrentHashMap<Integer, Long> recordedAt = new ConcurrentHashMap<>();
        private int listed;

        Host(LiveCalls.Live live) {
            this.live = live;
        }

        void send(int seq) {
            long now = System.nanoTime();
            recordedAt.put(seq, now);
            calls.send(live, seq, clip.chunks().get(seq))
                    .thenAccept(status -> {
                        acknowledged.add(System.nanoTime() - now);
                        if (status != 201) {
                            fail(new IOException("A chunk was answered with " + status));
                        }
                    })
                    .exceptionally(LiveHosts.this::fail);
        }

        void look() {
            calls.playlist(live).thenAccept(this::read).exceptionally(LiveHosts.this::fail);
        }

        /** The n-th segment is the n-th chunk, for both are as long and a segment begins with each key frame. */
        private synchronized void read(HttpResponse<String> answer) {
            Matcher first = FIRST.matcher(answer.body());
            if (answer.statusCode() != 200 || !first.find()) {
                fail(new IOException("A playlist was answered with " + answer.statusCode()));
                return;
            }
            int until = Integer.parseInt(first.group(1))
                    + (int) answer.body()
                            .lines()
                            .filter(line -> line.endsWith(".m4s"))
                            .count();
            long now = System.nanoTime();
            for (; listed < until; listed++) {
                Long recorded = recordedAt.get(listed);
                if (recorded == null) {
                    fail(new IOException(
                            "A segment is listed before it was recorded; it is not of the chunk it seems"));
                    return;
                }
                untilListed.add(now - recorded);
            }
        }
    }

    Measured run(int count) throws IOException, InterruptedException {
        List<Host> hosts = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            hosts.add(new Host(calls.begin()));
        }
        try {
            for (Host host : hosts) {
                timer.scheduleAtFixedRate(
                        host::look, anywhereIn(LOOK_EVERY), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            }
            TimeUnit.NANOSECONDS.sleep(TO_BE_FOUND.toNanos());
            Processors processors = new Processors();
            sendAll(hosts);
            double cores = processors.cores();
            TimeUnit.NANOSECONDS.sleep(FOR_THE_LAST.toNanos());
            if (failed.get() != null) {
                throw new IOException("The figures would mean nothing", failed.get());
            }
            return new Measured(acknowledged, untilListed, cores, lost(hosts));
        } finally {
            timer.shutdownNow();
        }
    }

    /** Each phone at its own moment of two seconds, as they would be. */
    private void sendAll(List<Host> hosts) throws InterruptedException {
        long every = Duration.ofSeconds(PhoneClip.CHUNK_SECONDS).toMillis();
        for (Host host : hosts) {
            long begin = anywhereIn(Duration.ofMillis(every));
            for (int seq = 0; seq < clip.chunks().size(); seq++) {
                int number = seq;
                timer.schedule(() -> host.send(number), begin + number * every, TimeUnit.MILLISECONDS);
            }
        }
        TimeUnit.MILLISECONDS.sleep(every * clip.chunks().size());
    }

    private long lost(List<Host> hosts) throws IOException, InterruptedException {
        long lost = 0;
        for (Host host : hosts) {
            lost += clip.chunks().size() - calls.stored(host.live);
        }
        return lost;
    }

    private static long anywhereIn(Duration time) {
        return ThreadLocalRandom.current().nextLong(time.toMillis());
    }

    private Void fail(Throwable cause) {
        failed.compareAndSet(null, cause);
        return null;
    }

    /** For whoever wants a live to watch: one phone sends, until the clip ends. */
    CompletableFuture<Void> sendOnly(LiveCalls.Live live) {
        Host host = new Host(live);
        long every = Duration.ofSeconds(PhoneClip.CHUNK_SECONDS).toMillis();
        CompletableFuture<Void> over = new CompletableFuture<>();
        for (int seq = 0; seq < clip.chunks().size(); seq++) {
            int number = seq;
            timer.schedule(() -> host.send(number), number * every, TimeUnit.MILLISECONDS);
        }
        timer.schedule(() -> over.complete(null), clip.chunks().size() * every, TimeUnit.MILLISECONDS);
        return over.whenComplete((done, broken) -> timer.shutdownNow());
    }
}
