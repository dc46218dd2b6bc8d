package org.tianbo.practice.page;

import java.time.Duration;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.practice.AttemptItem;

/**
 * An attempt as its trainee's list shows it.
 *
 * @param plan title of the run of show; empty for a format without one
 * @param poster link to a picture, of one that can be handed in; empty for others
 */
public record ListedAttempt(AttemptItem attempt, String plan, String poster) {

    /** 5:06; empty where there is no recording yet. */
    public String length() {
        return attempt.durationMs() == null ? "" : DateTexts.clock(Duration.ofMillis(attempt.durationMs()));
    }
}
