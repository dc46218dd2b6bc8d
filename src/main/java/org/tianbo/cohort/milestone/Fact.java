package org.tianbo.cohort.milestone;

import java.time.Instant;
import org.tianbo.cohort.Evidence;
import org.tianbo.cohort.Stage;
import org.tianbo.platform.time.TimeBounds;

/**
 * One milestone as it was written down.
 *
 * @param at when it happened, which may be long before it was recorded: phones are offline. Between the day the trainee
 *     joined the class and the moment it was recorded, whatever a phone or a file told; as told, it stays with the
 *     evidence
 * @param reason why a stage was lost; null when it was reached
 */
public record Fact(Stage stage, Change change, Instant at, Evidence evidence, String reason) {

    /** The same, at the nearest time that can be true. */
    Fact within(TimeBounds bounds) {
        return new Fact(stage, change, bounds.nearest(at), evidence, reason);
    }

    public enum Change {
        REACHED,
        LOST
    }
}
