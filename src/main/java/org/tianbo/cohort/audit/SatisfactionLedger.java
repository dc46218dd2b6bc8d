package org.tianbo.cohort.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Page;

/**
 * What the ledger is told of how content people said they were at a visit. The words stay with the visit: they may be
 * erased, and the ledger may not.
 */
@ApplicationScoped
class SatisfactionLedger implements LedgerEntries {

    private final ToldVisits visits;

    SatisfactionLedger(ToldVisits visits) {
        this.visits = visits;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.SATISFACTION;
    }

    /** @param thing a visit as it was first told, or a trainee */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return entries(visits.of(thing));
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        Page<ToldVisit, UUID> page = Page.of(visits.after(last, most + 1), most, ToldVisit::first);
        return new Page<>(entries(page.rows()), page.next());
    }

    /** Those that were asked; and those that a correction made to have been asked nothing. */
    private static List<LedgerEntry> entries(List<ToldVisit> visits) {
        return visits.stream()
                .filter(visit -> visit.satisfaction() != null || !visit.reason().isEmpty())
                .map(SatisfactionLedger::entry)
                .toList();
    }

    private static LedgerEntry entry(ToldVisit visit) {
        return new LedgerEntry(
                EntryKind.SATISFACTION,
                visit.first().toString(),
                visit.first(),
                visit.at(),
                visit.trainee(),
                visit.cohort(),
                visit.by(),
                visit.reason(),
                Map.of(
                        EntryField.ROUND,
                        Integer.toString(visit.round()),
                        EntryField.SCORE,
                        visit.withdrawn() ? "" : Objects.toString(visit.satisfaction(), "")));
    }
}
