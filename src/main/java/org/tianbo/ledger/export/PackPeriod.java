package org.tianbo.ledger.export;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.ledger.entry.EntryFilter;

/**
 * The days of a pack.
 *
 * @param cohort a class: its own entries, and those of its people that belong to no class; empty for all
 */
public record PackPeriod(LocalDate from, LocalDate to, Optional<UUID> cohort) {

    EntryFilter filter() {
        return new EntryFilter(Optional.of(from), Optional.of(to), Optional.empty(), cohort, Optional.empty(), false);
    }
}
