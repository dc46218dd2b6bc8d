package org.tianbo.store.income;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.time.Zones;

/**
 * What the ledger is told of income: one entry a store and month, as the platforms' own files show it. An income that
 * vanishes is told as nothing.
 */
@ApplicationScoped
class IncomeLedger implements LedgerEntries {

    private final SettledMonths months;

    IncomeLedger(SettledMonths months) {
        this.months = months;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.INCOME;
    }

    /** @param thing a store */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return months.of(thing).stream().map(IncomeLedger::entry).toList();
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        List<LedgerEntry> all =
                months.after(last, most).stream().map(IncomeLedger::entry).toList();
        return new Page<>(all, all.stream().reduce((earlier, later) -> later).map(LedgerEntry::thing));
    }

    /** It happened in the month, whenever the file came: the first moment of it is as good as any. */
    private static LedgerEntry entry(SettledMonths.Settled settled) {
        return new LedgerEntry(
                EntryKind.INCOME,
                settled.store() + "/" + settled.month(),
                settled.store(),
                settled.month().atDay(1).atStartOfDay(Zones.SHANGHAI).toInstant(),
                settled.trainee(),
                null,
                null,
                "",
                Map.of(
                        EntryField.MONTH, settled.month().toString(),
                        EntryField.SETTLED, Long.toString(settled.fen()),
                        EntryField.CLAIM, "confirmed"));
    }
}
