package org.tianbo.practice;

import java.time.Instant;
import java.util.UUID;
import org.tianbo.platform.time.DateTexts;

/**
 * What was sent of an attempt is deleted within days, because it was never finished or no recording could be made of
 * it.
 *
 * @param failed whether it was finished; then there is nothing to go on with
 * @param at when
 */
public record DeletedSoon(UUID attempt, String title, boolean failed, Instant at) {

    /** The day in the county's zone. */
    public String day() {
        return DateTexts.day(at);
    }
}
