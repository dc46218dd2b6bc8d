package org.tianbo.attendance;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How long a class's trainees learned online; answered by the feature that keeps the classes. */
public interface OnlineTime {

    /**
     * Whole minutes of films that played on their phones between the class's first and last day; whoever watched none
     * is absent. Each second of a film counts once, and a lesson never longer than it says it takes.
     */
    Map<UUID, Integer> minutes(UUID cohort, Collection<UUID> trainees);
}
