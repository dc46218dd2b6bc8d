package org.tianbo.store.income;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** What the ledger is told of income: one entry a store and month, as the platforms' own files show it. */
@ApplicationScoped
class IncomeLedger implements LedgerEntries {

    private static final String STORES = "select id, trainee from stores where county = ? and ";

    private final SettledIncome income;
    private final CountyReads reads;
    private final CurrentCounty county;

    IncomeLedger(SettledIncome income, CountyReads reads, CurrentCounty county) {
        this.income = income;
        this.reads = reads;
        this.county = county;
    }

    private record Owned(UUID store, UUID trainee) {}

    @Override
    public EntryKind kind() {
        return EntryKind.INCOME;
    }

    /** @param thing a store */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return entries(stores("id = ?", thing));
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        Page<Owned, UUID> page = Page.of(stores("id > ? order by id limit " + (most + 1), last), most, Owned::store);
        return new Page<>(entries(page.rows()), page.next());
    }

    private List<Owned> stores(String which, UUID id) {
        return reads.rows(
                STORES + which,
                row -> new Owned(row.getObject("id", UUID.class), row.getObject("trainee", UUID.class)),
                county.id(),
                id);
    }

    private List<LedgerEntry> entries(List<Owned> stores) {
        List<LedgerEntry> all = new ArrayList<>();
        for (Owned owned : stores) {
            new TreeMap<>(income.settledByMonth(owned.store()))
                    .forEach((month, fen) -> all.add(entry(owned, month, fen)));
        }
        return all;
    }

    /** It happened in the month, whenever the file came: the first moment of it is as good as any. */
    private static LedgerEntry entry(Owned owned, YearMonth month, long fen) {
        return new LedgerEntry(
                EntryKind.INCOME,
                owned.store() + "/" + month,
                owned.store(),
                month.atDay(1).atStartOfDay(Zones.SHANGHAI).toInstant(),
                owned.trainee(),
                null,
                null,
                "",
                Map.of(
                        EntryField.MONTH, month.toString(),
                        EntryField.SETTLED, Long.toString(fen),
                        EntryField.CLAIM, "confirmed"));
    }
}
