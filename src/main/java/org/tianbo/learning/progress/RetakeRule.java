package org.tianbo.learning.progress;

import java.time.Duration;
import java.time.Instant;

/**
 * How often, and how soon, a quiz may be answered again. Pages keep to it, with and without network; answers that
 * arrive from a phone are kept and marked whatever it says.
 *
 * @param hours between two tries
 * @param most tries, 0 for as many as one likes
 */
public record RetakeRule(int hours, int most) {

    public boolean usedUp(int tries) {
        return most > 0 && tries >= most;
    }

    /**
     * Rounded up; a phone whose clock was ahead makes nobody wait longer than the rule says.
     *
     * @param last time of the last try, null where there was none
     */
    public long hoursLeft(Instant last, Instant now) {
        if (last == null) {
            return 0;
        }
        Duration left = Duration.between(now, last.plus(Duration.ofHours(hours)));
        return left.isNegative() ? 0 : Math.min(hours, (left.toMinutes() + 59) / 60);
    }
}
