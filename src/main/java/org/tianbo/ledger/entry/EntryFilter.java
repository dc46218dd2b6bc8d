package org.tianbo.ledger.entry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.audit.EntryKind;

/**
 * Which entries of the county; what is empty leaves nothing out.
 *
 * @param from first day they are booked on
 * @param to last day they are booked on
 * @param cohort a class: its own entries, and those of its people that belong to no class
 * @param corrections whether only corrections
 */
public record EntryFilter(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<EntryKind> kind,
        Optional<UUID> cohort,
        Optional<UUID> person,
        boolean corrections) {

    /** Whether anything is left out. */
    public boolean isNarrowed() {
        return from.isPresent()
                || to.isPresent()
                || kind.isPresent()
                || cohort.isPresent()
                || person.isPresent()
                || corrections;
    }
}
