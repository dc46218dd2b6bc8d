package org.tianbo.cohort;

import java.util.Optional;
import java.util.UUID;

/** Whether a trainee is asked how it goes, as the county asks its trainees some months after a class. */
public interface SatisfactionAsked {

    /** What the trainee is asked now; empty once they answered. */
    Optional<Asked> of(UUID trainee);

    /**
     * One question.
     *
     * @param round the first, second or third time the class is asked, from 1
     * @param months since the class ended, by the county's settings
     */
    record Asked(UUID cohort, String className, int round, int months) {}
}
