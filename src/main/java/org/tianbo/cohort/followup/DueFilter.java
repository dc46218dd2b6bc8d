package org.tianbo.cohort.followup;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which visits are asked for.
 *
 * @param villages only of people of these; empty for all
 * @param visitor only those of this visitor
 * @param unassigned only those that nobody is to make; with a visitor, those as well
 * @param mayCall whether the reader sees phone numbers
 */
public record DueFilter(
        Optional<DueState> state,
        Optional<UUID> cohort,
        Optional<Set<UUID>> villages,
        Optional<UUID> visitor,
        boolean unassigned,
        boolean mayCall) {

    /** The same of whatever state. */
    DueFilter ofAnyState() {
        return new DueFilter(Optional.empty(), cohort, villages, visitor, unassigned, mayCall);
    }
}
