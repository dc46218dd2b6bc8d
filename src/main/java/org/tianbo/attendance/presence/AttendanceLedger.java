package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.attendance.AttendanceConfig;
import org.tianbo.attendance.SessionUnknown;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** What the ledger is told of who was at which session: one entry for each person and session of which there is any. */
@ApplicationScoped
class AttendanceLedger implements LedgerEntries {

    private static final String SESSION =
            """
            select s.id, s.cohort, s.begins_at, s.ends_at, s.cancelled <> '' as cancelled, c.reason, c.changed_by,
                c.changed_at
            from class_sessions s
            left join lateral (select reason, changed_by, changed_at from class_session_changes c
                where c.county = s.county and c.session = s.id order by c.changed_at desc, c.id desc limit 1) c on true
            where s.county = ? and s.id = ?
            """;

    private final EntryTable entries;
    private final AttendanceConfig config;
    private final CountyReads reads;
    private final CurrentCounty county;

    AttendanceLedger(EntryTable entries, AttendanceConfig config, CountyReads reads, CurrentCounty county) {
        this.entries = entries;
        this.config = config;
        this.reads = reads;
        this.county = county;
    }

    /** @param change what was changed last about it; null where nothing was */
    private record Meeting(UUID id, UUID cohort, Instant begins, Instant ends, boolean cancelled, Change change) {

        int minutes(SessionPresence presence) {
            return cancelled ? 0 : presence.minutes(begins, ends);
        }

        /** Whether the session was changed after that was written down: then its change is why the minutes differ. */
        boolean isChangedAfter(AttendanceEntry entry) {
            return change != null && change.at().isAfter(entry.receivedAt());
        }
    }

    private record Change(String reason, UUID by, Instant at) {

        private static Change of(ResultSet row) throws SQLException {
            Instant at = Jdbc.instant(row, "changed_at");
            return at == null ? null : new Change(row.getString("reason"), row.getObject("changed_by", UUID.class), at);
        }
    }

    @Override
    public EntryKind kind() {
        return EntryKind.ATTENDANCE;
    }

    /** @param thing a session */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        Meeting session = meeting(thing);
        List<AttendanceEntry> written = people.size() == 1
                ? entries.of(thing, people.iterator().next())
                : entries.ofSession(thing).stream()
                        .filter(one -> people.isEmpty() || people.contains(one.trainee()))
                        .toList();
        return entries(session, written);
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        Page<UUID, UUID> page = Page.of(entries.sessionsAfter(last, most + 1), most, session -> session);
        List<LedgerEntry> all = new ArrayList<>();
        page.rows().forEach(session -> all.addAll(of(session, Set.of())));
        return new Page<>(all, page.next());
    }

    /** Not by way of Hibernate: this is asked when a transaction is about to end, and its session too. */
    private Meeting meeting(UUID id) {
        return reads
                .rows(
                        SESSION,
                        row -> new Meeting(
                                row.getObject("id", UUID.class),
                                row.getObject("cohort", UUID.class),
                                Jdbc.instant(row, "begins_at"),
                                Jdbc.instant(row, "ends_at"),
                                row.getBoolean("cancelled"),
                                Change.of(row)),
                        county.id(),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(SessionUnknown::new);
    }

    private List<LedgerEntry> entries(Meeting session, List<AttendanceEntry> written) {
        return written.stream().collect(Collectors.groupingBy(AttendanceEntry::trainee)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(person ->
                        entry(session, person.getKey(), SessionPresence.of(person.getValue(), config.shortestStay())))
                .toList();
    }

    private static LedgerEntry entry(Meeting session, UUID trainee, SessionPresence presence) {
        AttendanceEntry latest = presence.history().get(presence.history().size() - 1);
        boolean bySession = session.isChangedAfter(latest);
        Optional<AttendanceEntry> standing = presence.effective().stream().findFirst();
        Map<EntryField, String> values = new EnumMap<>(EntryField.class);
        values.put(EntryField.CAME, Objects.toString(presence.in().orElse(null), ""));
        values.put(EntryField.WENT, Objects.toString(presence.out().orElse(null), ""));
        values.put(EntryField.MINUTES, Integer.toString(session.minutes(presence)));
        values.put(
                EntryField.METHOD,
                presence.effective().stream()
                        .map(one -> one.method().name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("-")));
        values.put(EntryField.DOUBTS, Integer.toString(presence.doubtful().size()));
        return new LedgerEntry(
                EntryKind.ATTENDANCE,
                session.id() + "/" + trainee,
                session.id(),
                standing.map(AttendanceEntry::at).orElse(session.begins()),
                trainee,
                session.cohort(),
                bySession ? session.change().by() : latest.recordedBy(),
                bySession ? session.change().reason() : latest.reason(),
                values);
    }
}
