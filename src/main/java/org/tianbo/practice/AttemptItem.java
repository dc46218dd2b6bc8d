package org.tianbo.practice;

import java.time.Instant;
import java.util.UUID;
import org.tianbo.platform.time.DateTexts;

/**
 * An attempt in a list.
 *
 * @param state as the API words it
 * @param failedAfterHandIn whether its trainee believes it with a mentor, who cannot see it
 */
public record AttemptItem(UUID id, String title, String state, Instant createdAt, boolean failedAfterHandIn) {

    /** @param handedInAt null for one that never was */
    AttemptItem(UUID id, String title, AttemptState state, Instant createdAt, Instant handedInAt) {
        this(id, title, state.word(), createdAt, handedInAt != null && state == AttemptState.FAILED);
    }

    /** The day and minute in the county's zone. */
    public String when() {
        return DateTexts.minute(createdAt);
    }
}
