package org.tianbo.narration.voice;

import java.time.Duration;
import java.time.Instant;

/**
 * What a phone's clock says of a take: only the time between the two is believed, for the clock itself may be wrong.
 *
 * @param at when it was spoken
 * @param sentAt when it was sent, by the same clock; null for what came before phones said so, and then it is ours
 */
public record TakeTime(Instant at, Instant sentAt) {

    /** A take that waited longer on a phone was not: the clock was set in between. */
    static final Duration LONGEST_WAIT = Duration.ofDays(90);

    /** When it was spoken by our clock; where that is unknown, now. */
    Instant spoken(Instant now) {
        Duration waited = Duration.between(at, sentAt == null ? now : sentAt);
        return waited.isNegative() || waited.compareTo(LONGEST_WAIT) > 0 ? now : now.minus(waited);
    }
}
