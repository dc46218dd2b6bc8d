package org.tianbo.attendance.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** What the ledger is told of sessions. */
@ApplicationScoped
class SessionLedger implements LedgerEntries {

    private static final String SESSIONS =
            """
            select s.*, c.reason, coalesce(c.changed_by, s.created_by) as stated_by from class_sessions s
            left join lateral (select reason, changed_by from class_session_changes c
                where c.county = s.county and c.session = s.id order by c.changed_at desc, c.id desc limit 1) c on true
            where s.county = ? and\s""";

    private final CountyReads reads;
    private final CurrentCounty county;

    SessionLedger(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.SESSION;
    }

    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return reads.rows(SESSIONS + "s.id = ?", SessionLedger::entry, county.id(), thing);
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        return Page.of(
                reads.rows(
                        SESSIONS + "s.id > ? order by s.id limit ?", SessionLedger::entry, county.id(), last, most + 1),
                most,
                LedgerEntry::thing);
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant begins = Jdbc.instant(row, "begins_at");
        Instant ends = Jdbc.instant(row, "ends_at");
        Map<EntryField, String> values = new EnumMap<>(EntryField.class);
        values.put(EntryField.TITLE, row.getString("title"));
        values.put(EntryField.SORT, row.getString("kind").toLowerCase(Locale.ROOT));
        values.put(EntryField.BEGINS, begins.toString());
        values.put(EntryField.ENDS, ends.toString());
        values.put(
                EntryField.MINUTES, Long.toString(Duration.between(begins, ends).toMinutes()));
        values.put(EntryField.TEACHER, Objects.toString(row.getObject("teacher", UUID.class), ""));
        values.put(EntryField.GUEST, row.getString("guest"));
        values.put(EntryField.CREDENTIALS, row.getString("credentials"));
        values.put(EntryField.PLACE, row.getString("place"));
        values.put(EntryField.PLAN, row.getString("plan"));
        values.put(EntryField.CANCELLED, row.getString("cancelled"));
        return new LedgerEntry(
                EntryKind.SESSION,
                id.toString(),
                id,
                begins,
                null,
                row.getObject("cohort", UUID.class),
                row.getObject("stated_by", UUID.class),
                row.getString("reason"),
                values);
    }
}
