package org.tianbo.cohort.stuck;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.cohort.Stage;

/**
 * Which of those who stand still are asked for.
 *
 * @param scope villages the reader sees; empty for the whole county
 * @param town all of its villages
 * @param resting those who need not be called before an agreed day, instead of those who are due
 * @param onlyCalls only those whom a call helps and who have a number
 */
public record StuckFilter(
        Optional<Set<UUID>> scope,
        Optional<UUID> cohort,
        Optional<String> town,
        Optional<UUID> village,
        Optional<Stage> stage,
        Optional<StuckReason> reason,
        boolean resting,
        boolean onlyCalls) {

    /** The same for a list of calls. */
    public StuckFilter forCalls() {
        return new StuckFilter(scope, cohort, town, village, stage, reason, false, true);
    }
}
