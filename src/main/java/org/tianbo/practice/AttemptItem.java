package org.tianbo.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.time.DateTexts;

/**
 * An attempt in a list.
 *
 * @param format slug of its run of show
 * @param state as the API words it
 * @param untouchedSince since when nothing has come of what was begun and sent in part; null for one that is not
 *     deleted for that
 * @param bookedFor when its trainee means to rehearse; null once it was begun, and for one that is not booked
 * @param failedAfterHandIn whether its trainee believes it with a mentor, who cannot see it
 * @param hidden whether its trainee does not want it in the list
 * @param durationMs of the recording; null where there is none
 * @param posterKey of a picture of the recording; null where there is none
 */
public record AttemptItem(
        UUID id,
        String title,
        String format,
        String state,
        Instant createdAt,
        boolean failedAfterHandIn,
        Instant untouchedSince,
        Instant bookedFor,
        boolean hidden,
        Long durationMs,
        String posterKey) {

    private static final Duration STILL_EXPECTED = Duration.ofHours(2);

    /** Whether it is to be rehearsed at a time that is still to come, or just came. */
    public boolean isBooked(Instant now) {
        return bookedFor != null && bookedFor.plus(STILL_EXPECTED).isAfter(now);
    }

    /** The day and minute it is booked for; empty for one that is not, or is recorded by now. */
    public String booked() {
        return bookedFor == null ? "" : DateTexts.minute(bookedFor);
    }

    /** Empty for one that is not deleted by itself. */
    public Optional<Instant> keptUntil(Duration retention) {
        return Optional.ofNullable(untouchedSince).map(since -> since.plus(retention));
    }

    /** The day and minute in the county's zone. */
    public String when() {
        return DateTexts.minute(createdAt);
    }
}
