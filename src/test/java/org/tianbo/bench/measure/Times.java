package org.tianbo.bench.measure;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long many calls took. */
public final class Times {

    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();

    public void add(long nanos) {
        millis.add(nanos / 1e6);
    }

    public int count() {
        return millis.size();
    }

    /** In milliseconds; not a number where nothing was measured. */
    public double p95() {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return Arrays.copyOfRange(sorted, (int) Math.ceil(sorted.length * 0.95) - 1, sorted.length)[0];
    }
}
