package org.tianbo.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One kind of call, pressed until the machine has compiled all it will: until two windows agree. */
public final class Rung {

    /** Two windows agree when they differ by no more than this share of the larger. */
    private static final double AGREEMENT = 0.03;

    /** After this long, each rung that is left gets two windows only, and says that it may not be steady. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int SECONDS = Integer.getInteger("bench.window", 10);
    private static final long STARTED = System.nanoTime();

    private Rung() {}

    /** @param script of wrk, in Lua; null for plain GETs */
    public record Call(String url, int connections, Map<String, String> headers, Path script) {}

    /**
     * What was measured.
     *
     * @param cold calls a second in the first window
     * @param perSecond calls a second in the last two windows
     * @param p99Millis in the last window
     * @param steady whether the last two windows agree
     * @param toolShare what the load tool took of all processors, 0 to 1
     */
    public record Pace(
            double cold, double perSecond, double p99Millis, boolean steady, int windows, double toolShare) {}

    public static Pace of(Call call, int mostWindows) throws IOException, InterruptedException {
        return of(call, mostWindows, SECONDS);
    }

    /** @param mostSeconds of a window, for where many calls are measured one after the other */
    public static Pace of(Call call, int mostWindows, int mostSeconds) throws IOException, InterruptedException {
        int seconds = Math.min(SECONDS, mostSeconds);
        Wrk.Run first = window(call, seconds);
        Wrk.Run before = first;
        Wrk.Run last = window(call, seconds);
        int windows = 2;
        while (!agree(before, last) && windows < mostWindows && System.nanoTime() - STARTED < PATIENCE.toNanos()) {
            before = last;
            last = window(call, seconds);
            windows++;
        }
        return new Pace(
                first.perSecond(),
                (before.perSecond() + last.perSecond()) / 2,
                last.p99Millis(),
                agree(before, last),
                windows,
                last.toolShare());
    }

    private static boolean agree(Wrk.Run one, Wrk.Run other) {
        double faster = Math.max(one.perSecond(), other.perSecond());
        // Two windows in which no call ended say nothing.
        return faster > 0 && Math.abs(one.perSecond() - other.perSecond()) <= AGREEMENT * faster;
    }

    private static Wrk.Run window(Call call, int seconds) throws IOException, InterruptedException {
        Wrk.Run run = Wrk.run(call.url(), seconds, call.connections(), call.headers(), call.script());
        if (run.failed() > 0) {
            throw new IOException(run.failed() + " calls of " + call.url() + " failed; the figure would mean nothing");
        }
        return run;
    }
}
