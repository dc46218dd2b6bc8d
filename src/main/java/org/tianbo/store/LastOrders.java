package org.tianbo.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** When trainees last sold something, for other features to ask. */
public interface LastOrders {

    /** When the last paid order of each trainee's store was placed; whoever has none is absent. */
    Map<UUID, Instant> lastOrdered(Collection<UUID> trainees);

    /** Whether the trainee's store has a paid order. */
    boolean hasOrdered(UUID trainee);
}
