package org.tianbo.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
     * @param perSecond calls a second in the last two windows, or in all of several by turns
     * @param p99Millis in the last window, or in the middle one of several by turns
     * @param steady whether the last two windows agree, or all of several by turns
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

    /**
     * Several calls pressed by turns, so that whatever else the machine does meets all of them: each once to warm up,
     * then so many windows each. The rate is their mean, p99 the middle one's: a pause of a second is in one window.
     */
    public static List<Pace> byTurns(List<Call> calls, int windows, int seconds)
            throws IOException, InterruptedException {
        int each = Math.min(SECONDS, seconds);
        List<Wrk.Run> cold = new ArrayList<>();
        for (Call call : calls) {
            cold.add(window(call, each));
        }
        List<List<Wrk.Run>> runs = new ArrayList<>();
        calls.forEach(call -> runs.add(new ArrayList<>()));
        for (int window = 0; window < windows; window++) {
            for (int call = 0; call < calls.size(); call++) {
                runs.get(call).add(window(calls.get(call), each));
            }
        }
        List<Pace> paces = new ArrayList<>();
        for (int call = 0; call < calls.size(); call++) {
            paces.add(ofWindows(cold.get(call), runs.get(call)));
        }
        return paces;
    }

    private static Pace ofWindows(Wrk.Run cold, List<Wrk.Run> runs) {
        List<Wrk.Run> byRate = runs.stream()
                .sorted(Comparator.comparingDouble(Wrk.Run::perSecond))
                .toList();
        double[] p99 = runs.stream().mapToDouble(Wrk.Run::p99Millis).sorted().toArray();
        return new Pace(
                cold.perSecond(),
                runs.stream().mapToDouble(Wrk.Run::perSecond).average().orElse(0),
                p99[p99.length / 2],
                agree(byRate.get(0), byRate.get(byRate.size() - 1)),
                runs.size(),
                runs.stream().mapToDouble(Wrk.Run::toolShare).average().orElse(0));
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
