package org.tianbo.cohort.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Page;

/** What the ledger is told of visits after a class: one entry a visit, which what corrects the visit corrects. */
@ApplicationScoped
class VisitLedger implements LedgerEntries {

    private final ToldVisits visits;

    VisitLedger(ToldVisits visits) {
        this.visits = visits;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.FOLLOW_UP;
    }

    /** @param thing a visit as it was first told, or a trainee */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return visits.of(thing).stream().map(VisitLedger::entry).toList();
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        return Page.of(
                visits.after(last, most + 1).stream().map(VisitLedger::entry).toList(), most, LedgerEntry::thing);
    }

    private static LedgerEntry entry(ToldVisit visit) {
        Map<EntryField, String> values = new EnumMap<>(EntryField.class);
        values.put(EntryField.ROUND, Integer.toString(visit.round()));
        if (visit.withdrawn()) {
            values.put(EntryField.CANCELLED, visit.reason());
        } else {
            values.put(EntryField.MONTHS, Integer.toString(visit.months()));
            values.put(EntryField.METHOD, code(visit.method()));
            values.put(EntryField.OUTCOME, code(visit.outcome()));
            values.put(EntryField.STORE, code(visit.store()));
            values.put(EntryField.MONTH, visit.incomeMonth());
            values.put(EntryField.INCOME, Objects.toString(visit.incomeFen(), ""));
            values.put(EntryField.CLAIM, code(visit.claim()));
            values.put(EntryField.HELP, visit.help());
        }
        return new LedgerEntry(
                EntryKind.FOLLOW_UP,
                visit.first().toString(),
                visit.first(),
                visit.at(),
                visit.trainee(),
                visit.cohort(),
                visit.by(),
                visit.reason(),
                values);
    }

    /** A word of ours; empty for none. */
    private static String code(String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
