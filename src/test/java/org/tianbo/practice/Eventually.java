package org.tianbo.practice;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Something that will be so in a while. */
public final class Eventually {

    /** For what a job makes with ffmpeg or Keycloak, and for what waits behind such jobs. */
    public static final Duration BY_A_JOB = Duration.ofSeconds(90);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private Eventually() {}

    /** @throws AssertionError with what was seen last, when it does not become so in 30 s */
    public static <T> T value(Supplier<T> look, Predicate<T> wanted) {
        return value(look, wanted, PATIENCE);
    }

    /** @throws AssertionError with what was seen last, when it does not become so within that time */
    public static <T> T value(Supplier<T> look, Predicate<T> wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("After %s still not what was awaited: %s".formatted(patience, seen));
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
