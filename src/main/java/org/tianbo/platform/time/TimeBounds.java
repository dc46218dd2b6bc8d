package org.tianbo.platform.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Between which times something can have happened that a phone or a file reports. The reported time is stored as it is;
 * what follows from it must lie within.
 */
public record TimeBounds(Instant earliest, Instant latest) {

    /** How far a phone's clock may be wrong, either way, before what it tells is no time at all. */
    public static final Duration CLOCK_ERROR = Duration.ofDays(1);

    /**
     * For what a person's phone tells.
     *
     * @param joined when the county first knew the person
     */
    public static TimeBounds ofPhone(Instant joined, Instant now) {
        return new TimeBounds(joined.minus(CLOCK_ERROR), now.plus(CLOCK_ERROR));
    }

    public boolean admit(Instant claimed) {
        return !claimed.isBefore(earliest) && !claimed.isAfter(latest);
    }

    /** The claimed time, or the bound that it is beyond. */
    public Instant nearest(Instant claimed) {
        if (claimed.isBefore(earliest)) {
            return earliest;
        }
        return claimed.isAfter(latest) ? latest : claimed;
    }
}
