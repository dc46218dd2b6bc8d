package org.tianbo.cohort.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
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
            """
            select c.id, c.name, c.starts_on, c.ends_on, c.opened_at, r.project, r.fund, r.approval, r.venue, r.plan,
                r.teachers, r.budget_fen, w.reason, w.changed_by
            from cohorts c
            left join lateral (select * from class_records r where r.county = c.county and r.cohort = c.id
                order by r.changed_at desc, r.id desc limit 1) r on true
            left join lateral (
                select reason, changed_by from (
                    select o.id, o.reason, o.changed_by, o.changed_at from class_records o
                    where o.county = c.county and o.cohort = c.id
                    union all
                    select o.id, o.reason, o.changed_by, o.changed_at from class_changes o
                    where o.county = c.county and o.cohort = c.id
                ) either
                order by changed_at desc, id desc limit 1) w on true
            where c.county = ? and\s""";

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
        return reads.rows(CLASSES + "c.id = ?", ClassLedger::entry, county.id(), thing);
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        return Page.of(
                reads.rows(CLASSES + "c.id > ? order by c.id limit ?", ClassLedger::entry, county.id(), last, most + 1),
                most,
                LedgerEntry::thing);
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Map<EntryField, String> values = new EnumMap<>(EntryField.class);
        values.put(EntryField.NAME, row.getString("name"));
        values.put(EntryField.FROM, row.getString("starts_on"));
        values.put(EntryField.TO, row.getString("ends_on"));
        values.put(EntryField.PROJECT, row.getString("project"));
        values.put(EntryField.FUND, row.getString("fund"));
        values.put(EntryField.APPROVAL, row.getString("approval"));
        values.put(EntryField.VENUE, row.getString("venue"));
        values.put(EntryField.PLAN, row.getString("plan"));
        values.put(EntryField.TEACHERS, row.getString("teachers"));
        values.put(EntryField.BUDGET, row.getString("budget_fen"));
        return new LedgerEntry(
                EntryKind.CLASS,
                id.toString(),
                id,
                Jdbc.instant(row, "opened_at"),
                null,
                id,
                row.getObject("changed_by", UUID.class),
                row.getString("reason"),
                values);
    }
}
