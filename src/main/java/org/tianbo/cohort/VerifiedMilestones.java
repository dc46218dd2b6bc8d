package org.tianbo.cohort;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What somebody has reached that was not only told: a mentor, an examiner or a platform's own file stands behind it.
 */
public interface VerifiedMilestones {

    /**
     * A stage that stands.
     *
     * @param cohort the class in whose numbers it counts
     * @param page where its evidence can be looked at, without the host
     */
    record Reached(Stage stage, UUID cohort, Instant at, String page) {}

    /** In the order of the stages, each once: in the class in which it was reached first. */
    List<Reached> of(UUID trainee);
}
