package org.tianbo.practice.attempt;

import java.time.Duration;
import java.time.Instant;

/** What a phone may say about time. */
public final class PhoneTimes {

    public static final Duration LONGEST_TAKE = Duration.ofDays(1);

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private PhoneTimes() {}

    /**
     * Whether a phone's clock can show it. A phone whose battery was empty says 1970 and records well all the same:
     * only the time between two of its times is ever used.
     */
    public static boolean isPossible(Instant claimed) {
        return !claimed.isBefore(EARLIEST) && claimed.isBefore(LATEST);
    }
}
