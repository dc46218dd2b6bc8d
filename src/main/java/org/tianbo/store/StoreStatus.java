package org.tianbo.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A store in one line.
 *
 * @param missing gates that keep it from opening
 * @param waiting gates somebody of the county has to look at
 * @param since when it came to this state
 * @param link where it can be seen; empty unless it is open
 */
public record StoreStatus(
        UUID id, UUID trainee, StoreState state, int gates, int missing, int waiting, Instant since, String link) {

    /** Gates passed. */
    public int passed() {
        return gates - missing;
    }
}
