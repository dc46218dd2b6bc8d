package org.tianbo.cohort;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Trainees reached a stage in a class, or fell back behind it; published within the transaction that stores it.
 *
 * @param milestones at least one
 */
public record MilestonesRecorded(UUID cohort, List<Recorded> milestones) {

    /**
     * One of them.
     *
     * @param reached or else lost
     * @param at when it happened, which may be long before it was recorded
     */
    public record Recorded(UUID trainee, Stage stage, boolean reached, Instant at) {}
}
