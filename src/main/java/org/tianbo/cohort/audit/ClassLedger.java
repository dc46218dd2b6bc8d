package org.tianbo.cohort.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** What the ledger is told of classes. */
@ApplicationScoped
class ClassLedger implements LedgerEntries {

    private static final String CLASSES =
            "select id, name, starts_on, ends_on, opened_at from cohorts where county = ? and ";

    private final CountyReads reads;
    private final CurrentCounty county;

    ClassLedger(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.CLASS;
    }

    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return reads.rows(CLASSES + "id = ?", ClassLedger::entry, county.id(), thing);
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        return Page.of(
                reads.rows(CLASSES + "id > ? order by id limit ?", ClassLedger::entry, county.id(), last, most + 1),
                most,
                LedgerEntry::thing);
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new LedgerEntry(
                EntryKind.CLASS,
                id.toString(),
                id,
                Jdbc.instant(row, "opened_at"),
                null,
                id,
                null,
                "",
                Map.of(
                        EntryField.NAME, row.getString("name"),
                        EntryField.FROM, row.getString("starts_on"),
                        EntryField.TO, row.getString("ends_on")));
    }
}
