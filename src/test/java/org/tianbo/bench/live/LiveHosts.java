package org.tianbo.bench.live;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.bench.measure.PhoneClip;
import org.tianbo.bench.measure.Times;

/**
 * Phones that send what they record while it is recorded, and a player for each, so that segments are made of it. A
 * phone sends one chunk after another and again what was not acknowledged, as the camera page does; a player asks
 * oftener than a real one, to see when a segment is listed, and fetches each. All of it ends a while after the clip,
 * however far it has come.
 */
final class LiveHosts implements AutoCloseable {

    private static final Pattern FIRST = Pattern.compile("#EXT-X-MEDIA-SEQUENCE:(\\d+)");
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** Until the replica has found a new live and waits for its first chunk. */
    private static final Duration TO_BE_FOUND = Duration.ofSeconds(6);

    /** After the end of the clip for what has not been acknowledged or listed by then. */
    private static final Duration FOR_THE_LAST = Duration.ofSeconds(12);

    private static final long CHUNK_MS =
            Duration.ofSeconds(PhoneClip.CHUNK_SECONDS).toMillis();

    private final LiveCalls calls;
    private final PhoneClip clip;
    private final List<Host> hosts;
    private volatile Measured measured = new Measured();
    private final AtomicLong failures = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

    LiveHosts(LiveCalls calls, PhoneClip clip, List<LiveCalls.Live> lives) {
        this.calls = calls;
        this.clip = clip;
        this.hosts = lives.stream().map(Host::new).toList();
    }

    /**
     * @param acknowledged from when a phone had recorded a chunk until it was acknowledged, whatever failed meanwhile
     * @param untilListed from when a phone had recorded a chunk until the playlist named its segment
     * @param fetched from when a player asked for a segment until it had it
     */
    record Measured(Times acknowledged, Times untilListed, Times fetched) {

        Measured() {
            this(new Times(), new Times(), new Times());
        }
    }

    /** One phone, and who watches it. */
    private final class Host {

        private final LiveCalls.Live live;
        private final ConcurrentHashMap<Integer, Long> recordedAt = new ConcurrentHashMap<>();
        private int sent;
        private boolean sending;
        private boolean looking;
        private int listed;

        Host(LiveCalls.Live live) {
            this.live = live;
        }

        synchronized void recorded(int seq) {
            recordedAt.put(seq, System.nanoTime());
            sendNext();
        }

        private synchronized void sendNext() {
            if (sending || !recordedAt.containsKey(sent)) {
                return;
            }
            sending = true;
            calls.send(live, sent, clip.chunks().get(sent)).whenComplete((status, broken) -> {
                boolean made = broken == null && (status == 201 || status == 200);
                answered(made);
                if (made) {
                    sendNext();
                } else {
                    failures.incrementAndGet();
                    schedule(this::sendNext, AGAIN.toMillis());
                }
            });
        }

        private synchronized void answered(boolean made) {
            sending = false;
            if (made) {
                measured.acknowledged().add(System.nanoTime() - recordedAt.get(sent));
                sent++;
            }
        }

        synchronized void look() {
            if (!looking) {
                looking = true;
                calls.playlist(live).whenComplete((answer, broken) -> read(answer));
            }
        }

        /** The n-th segment is the n-th chunk, for both are as long and a segment begins with each key frame. */
        private synchronized void read(HttpResponse<String> answer) {
            looking = false;
            Matcher first = answer == null ? null : FIRST.matcher(answer.body());
            if (first == null || answer.statusCode() != 200 || !first.find()) {
                failures.incrementAndGet();
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
                if (recorded != null) {
                    measured.untilListed().add(now - recorded);
                }
                calls.fetch(LiveCalls.media(live) + "segments/" + listed + ".m4s")
                        .whenComplete((status, broken) -> fetched(now, status));
            }
        }

        private void fetched(long since, Integer status) {
            if (status == null || status != 200) {
                failures.incrementAndGet();
            } else {
                measured.fetched().add(System.nanoTime() - since);
            }
        }

        synchronized int sent() {
            return sent;
        }

        synchronized int listed() {
            return listed;
        }
    }

    /** A player for each asks from now on. */
    void watch() throws InterruptedException {
        for (Host host : hosts) {
            timer.scheduleAtFixedRate(host::look, anywhereIn(LOOK_EVERY), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
        TimeUnit.NANOSECONDS.sleep(TO_BE_FOUND.toNanos());
    }

    /** Begins to record on all phones, each at its own moment of two seconds, as they would be. */
    void record() {
        for (Host host : hosts) {
            long begin = anywhereIn(Duration.ofMillis(CHUNK_MS));
            for (int seq = 0; seq < clip.chunks().size(); seq++) {
                int number = seq;
                schedule(() -> host.recorded(number), begin + number * CHUNK_MS);
            }
        }
    }

    /** How long the clip is recorded, on whichever phone. */
    Duration recording() {
        return Duration.ofMillis(CHUNK_MS * clip.chunks().size());
    }

    /** Until all of it is acknowledged and listed, the last segment apart; or no longer than can be waited. */
    void awaitTheLast() throws InterruptedException {
        long deadline = System.nanoTime() + FOR_THE_LAST.toNanos();
        while (System.nanoTime() < deadline && !hosts.stream().allMatch(this::isDone)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        }
    }

    private boolean isDone(Host host) {
        return host.sent() == clip.chunks().size()
                && host.listed() >= clip.chunks().size() - 1;
    }

    /** Begins to measure anew. @return what was measured until now */
    Measured measureAnew() {
        Measured before = measured;
        measured = new Measured();
        return before;
    }

    long acknowledged() {
        return hosts.stream().mapToLong(Host::sent).sum();
    }

    /** Calls that were refused, broke off or took more than ten seconds. */
    long failures() {
        return failures.get();
    }

    /** Chunks that have not been acknowledged. */
    long waiting() {
        return hosts.stream()
                .mapToLong(host -> clip.chunks().size() - host.sent())
                .sum();
    }

    /** Chunks that are not listed although they could be; the last waits for the rehearsal's end. */
    long unlisted() {
        return hosts.stream()
                .mapToLong(host -> Math.max(0, clip.chunks().size() - 1 - host.listed()))
                .sum();
    }

    /** Chunks that were acknowledged, and are not on the server. */
    long lost() throws IOException, InterruptedException {
        long lost = 0;
        for (Host host : hosts) {
            lost += Math.max(0, host.sent() - calls.stored(host.live));
        }
        return lost;
    }

    private void schedule(Runnable what, long inMs) {
        if (!timer.isShutdown()) {
            timer.schedule(what, inMs, TimeUnit.MILLISECONDS);
        }
    }

    private static long anywhereIn(Duration time) {
        return ThreadLocalRandom.current().nextLong(time.toMillis());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
