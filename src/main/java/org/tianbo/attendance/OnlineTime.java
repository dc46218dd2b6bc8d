package org.tianbo.attendance;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How long a class's trainees learned online; answered by the feature that keeps the classes. */
public interface OnlineTime {

    /**
     * Whole minutes of films and of the county's videos that played on their phones between the class's first and last
     * day; whoever watched none is absent. Each second counts once, a film never longer than its lesson ever said it
     * takes and a video never longer than it is.
     */
    Map<UUID, Integer> minutes(UUID cohort, Collection<UUID> trainees);
}
