package org.tianbo.platform.waiting;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whose work is asked for.
 *
 * @param villages ids of the villages whose people count; empty for the whole county
 * @param weekBegan since when work that was done is counted
 */
public record WorkScope(Optional<Set<UUID>> villages, Instant now, Instant weekBegan) {

    public WorkScope {
        villages = villages.map(Set::copyOf);
    }

    /**
     * A condition of SQL that holds for people of these villages; empty for the whole county. There is no question mark
     * in it.
     *
     * @param county a column with the county, for example {@code r.county}
     * @param person a column with a person's id, for example {@code r.trainee}
     */
    public String only(String county, String person) {
        return villages.map(some -> " and exists (select 1 from people w where w.county = " + county + " and w.id = "
                        + person + " and w.village " + in(some) + ")")
                .orElse("");
    }

    /**
     * The same for what has a village but no person yet.
     *
     * @param village a column with a village's id, for example {@code r.village}
     */
    public String onlyVillage(String village) {
        return villages.map(some -> " and " + village + " " + in(some)).orElse("");
    }

    private static String in(Set<UUID> villages) {
        return villages.isEmpty()
                ? "in (null)"
                : villages.stream().map(id -> "'" + id + "'").sorted().collect(Collectors.joining(", ", "in (", ")"));
    }
}
