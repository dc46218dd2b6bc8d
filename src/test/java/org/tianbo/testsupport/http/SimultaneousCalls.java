package org.tianbo.testsupport.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** An impatient finger: the same thing done several times at the same moment. */
public final class SimultaneousCalls {

    private static final int FOUR = 4;

    private SimultaneousCalls() {}

    /** @return what each of them came to */
    public static <T> List<T> fourAtOnce(Callable<T> request) throws Exception {
        ExecutorService fingers = Executors.newFixedThreadPool(FOUR);
        try {
            CyclicBarrier together = new CyclicBarrier(FOUR);
            List<Future<T>> answers = new ArrayList<>();
            for (int finger = 0; finger < FOUR; finger++) {
                answers.add(fingers.submit(() -> {
                    together.await();
                    return request.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : answers) {
                results.add(each.get());
            }
            return results;
        } finally {
            fingers.shutdownNow();
        }
    }
}
