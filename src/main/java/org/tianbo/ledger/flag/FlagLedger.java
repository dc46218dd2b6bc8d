package org.tianbo.ledger.flag;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** What people decided about odd things is an entry of the ledger too. */
@ApplicationScoped
class FlagLedger implements LedgerEntries {

    private static final String DECIDED = OddFlags.FLAGS + " and d.decision is not null and ";

    private final CountyReads reads;
    private final CurrentCounty county;

    FlagLedger(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.FLAG;
    }

    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return reads.rows(DECIDED + "f.id = ?", OddFlag::of, county.id(), thing).stream()
                .map(FlagLedger::entry)
                .toList();
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        return Page.of(
                reads
                        .rows(DECIDED + "f.id > ? order by f.id limit ?", OddFlag::of, county.id(), last, most + 1)
                        .stream()
                        .map(FlagLedger::entry)
                        .toList(),
                most,
                LedgerEntry::thing);
    }

    private static LedgerEntry entry(OddFlag flag) {
        return new LedgerEntry(
                EntryKind.FLAG,
                flag.id().toString(),
                flag.id(),
                flag.decidedAt(),
                flag.people().get(0),
                flag.cohort(),
                flag.decidedBy(),
                flag.reason(),
                Map.of(
                        EntryField.ODD, code(flag.kind()),
                        EntryField.DECISION, code(flag.decision())));
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
