package org.tianbo.cohort.counts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose numbers are asked for; whoever is in two classes counts in each.
 *
 * @param town all of its villages
 * @param among only people of these villages, whatever else is asked for; empty for the whole county
 * @param category as the roster has it; the empty text for those without one
 */
public record CountFilter(
        Optional<UUID> cohort,
        Optional<String> town,
        Optional<UUID> village,
        Optional<List<UUID>> among,
        Optional<AgeBand> age,
        Optional<String> category) {

    public static final CountFilter EVERYBODY = new CountFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    boolean narrowsPlace() {
        return town.isPresent() || village.isPresent() || among.isPresent();
    }

    /** Whether neither a class nor a place narrows it. */
    boolean isOfWholeCounty() {
        return cohort.isEmpty() && !narrowsPlace();
    }

    /** Whether nothing but the class narrows it. */
    boolean isByClassAlone() {
        return !narrowsPlace() && age.isEmpty() && category.isEmpty();
    }
}
