package org.tianbo.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Processor time of what is measured: the application, its ffmpegs, PostgreSQL; not of this load tool. */
final class Processors {

    private final long since = System.nanoTime();
    private final Map<Long, Duration> before = times();

    /** Cores that were busy since then, on average; of processes that ended meanwhile nothing is known. */
    double cores() {
        Duration used = times().entrySet().stream()
                .map(now -> now.getValue().minus(before.getOrDefault(now.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
        return (double) used.toNanos() / (System.nanoTime() - since);
    }

    private static Map<Long, Duration> times() {
        Map<Long, Duration> times = new HashMap<>();
        try (Stream<ProcessHandle> all = ProcessHandle.current().descendants()) {
            all.forEach(process -> process.info().totalCpuDuration().ifPresent(used -> times.put(process.pid(), used)));
        }
        return times;
    }
}
