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

    /** Who did the last of what is told, and why: changed the plan, confirmed, or added a picture. */
    private static final String SESSIONS =
            """
            select s.*, last.reason, last.stated_by, h.began_at, h.ended_at,
                h.confirmed_by, h.confirmed_at, f.photos, f.photo_at, f.photo_place
            from class_sessions s
            left join lateral (select reason, changed_by, changed_at from class_session_changes c
                where c.county = s.county and c.session = s.id order by c.changed_at desc, c.id desc limit 1) c on true
            left join lateral (select began_at, ended_at, confirmed_by, confirmed_at from session_confirmations h
                where h.county = s.county and h.session = s.id and %s
                order by h.confirmed_at desc, h.id desc limit 1) h on true
            left join lateral (select count(*) as photos, max(p.received_at) as received_at,
                    (array_agg(p.added_by order by p.received_at desc, p.photo desc))[1] as added_by,
                    (array_agg(coalesce(p.taken_at, p.received_at) order by p.received_at, p.photo))[1] as photo_at,
                    (array_agg(round(p.latitude::numeric, 4) || ', ' || round(p.longitude::numeric, 4)
                        order by p.received_at, p.photo) filter (where p.latitude is not null))[1] as photo_place
                from session_photos p where p.county = s.county and p.session = s.id) f on true
            cross join lateral (select told.stated_by, told.reason from (values
                    (coalesce(c.changed_at, s.created_at), 1, coalesce(c.changed_by, s.created_by), c.reason),
                    (h.confirmed_at, 2, h.confirmed_by, null),
                    (f.received_at, 3, f.added_by, null)) as told (at, place, stated_by, reason)
                where told.at is not null order by told.at desc, told.place desc limit 1) last
            where s.county = ? and\s"""
                    .formatted(SessionConfirmations.STANDS);

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
        putProof(values, row);
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

    /** That it was held, and its pictures, where there are any. */
    private static void putProof(Map<EntryField, String> values, ResultSet row) throws SQLException {
        Instant began = Jdbc.instant(row, "began_at");
        if (began != null) {
            Duration held = Duration.between(began, Jdbc.instant(row, "ended_at"));
            values.put(EntryField.ACTUAL, Long.toString(held.toMinutes()));
            values.put(EntryField.SIGNED_BY, row.getString("confirmed_by"));
            values.put(EntryField.SIGNED_AT, Jdbc.instant(row, "confirmed_at").toString());
        }
        if (row.getInt("photos") > 0) {
            values.put(EntryField.PHOTOS, row.getString("photos"));
            values.put(EntryField.PHOTO_AT, Jdbc.instant(row, "photo_at").toString());
            values.put(EntryField.PHOTO_PLACE, row.getString("photo_place"));
        }
    }
}
