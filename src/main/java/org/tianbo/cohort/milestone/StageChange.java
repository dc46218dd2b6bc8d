package org.tianbo.cohort.milestone;

import java.time.Instant;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.platform.time.TimeBounds;

/**
 * One milestone as it was recorded.
 *
 * @param at when it happened, which may be long before it was recorded: phones are offline. Between the day the trainee
 *     joined the class and the moment it was recorded, whatever a phone or a file reported; as reported, it stays with
 *     the evidence
 * @param reason why a stage was lost; null when it was reached
 */
public record StageChange(Stage stage, Change change, Instant at, MilestoneEvidence evidence, String reason) {

    /** The same, at the nearest time that can be true. */
    StageChange within(TimeBounds bounds) {
        return new StageChange(stage, change, bounds.nearest(at), evidence, reason);
    }

    public enum Change {
        REACHED,
        LOST
    }
}
