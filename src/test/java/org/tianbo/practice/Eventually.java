package org.tianbo.practice;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tianbo.testsupport.Patience;

/** Something that will be so in a while. */
public final class Eventually {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private Eventually() {}

    /** @throws AssertionError with what was seen last, when it does not become so within {@link Patience#LONG} */
    public static <T> T value(Supplier<T> look, Predicate<T> wanted) {
        return value("what was awaited", look, wanted, () -> "");
    }

    /**
     * @param what is awaited, in words
     * @param beside what else tells why it does not come; looked at only then
     * @throws AssertionError with both and what was seen last, when it does not become so within {@link Patience#LONG}
     */
    public static <T> T value(String what, Supplier<T> look, Predicate<T> wanted, Supplier<?> beside) {
        long end = System.nanoTime() + Patience.LONG.toNanos();
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "After %s still not %s: %s %s".formatted(Patience.LONG, what, seen, beside.get()));
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
