package org.tianbo.mentoring.rubric;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.Rubric.Criterion;

/**
 * A change of the county's rubric, as it is stored.
 *
 * @param number counted from 1 for each county
 * @param criteria all of them, those with the weight 0 included, which are not scored; empty when the rubric was put
 *     back to what is usual
 * @param usual version of the content's rubric at that time; empty where it was not noted yet
 */
public record RubricVersion(
        long number, Optional<List<Criterion>> criteria, Optional<String> usual, String reason, UUID by, Instant at) {

    /** Whether criteria of the county's own count since then. */
    public boolean own() {
        return criteria.isPresent();
    }

    /** The same form, sent again. */
    boolean isSame(RubricVersion other) {
        return number == other.number
                && reason.equals(other.reason)
                && by.equals(other.by)
                && criteria.equals(other.criteria);
    }
}
