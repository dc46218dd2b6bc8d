package org.tianbo.people.roster;

import java.util.Map;
import java.util.Set;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.platform.table.BrokenCell;

/**
 * The villages that a roster may name.
 *
 * @param open those of which whoever brings the roster may bring people
 * @param others the county's other villages
 * @param former what villages were called before, or those that went up in them, and what they are called now; a
 *     former name that two villages had leads nowhere
 */
record RosterVillages(Set<VillageName> open, Set<VillageName> others, Map<VillageName, VillageName> former) {

    RosterVillages {
        open = Set.copyOf(open);
        others = Set.copyOf(others);
        former = Map.copyOf(former);
    }

    /** All villages of a county that never renamed one. */
    static RosterVillages of(Set<VillageName> all) {
        return new RosterVillages(all, Set.of(), Map.of());
    }

    /** As it is called now; {@link BrokenCell} for one that is not there, or not theirs. */
    VillageName named(VillageName written) {
        VillageName now =
                open.contains(written) || others.contains(written) ? written : former.getOrDefault(written, written);
        if (!open.contains(now)) {
            throw new BrokenCell(
                    "village", others.contains(now) ? "roster.village-not-yours" : "roster.village-unknown");
        }
        return now;
    }
}
