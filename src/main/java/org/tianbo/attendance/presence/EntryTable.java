package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.tianbo.attendance.AttendanceRecorded;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The rows of {@code attendance_entries}: appended and read. */
@ApplicationScoped
class EntryTable {

    private static final String APPEND =
            """
            insert into attendance_entries (county, id, session, trainee, mark, method, at, claimed_at, received_at,
                recorded_by, device, corrects, reason, doubt)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String COLUMNS =
            """
            select id, session, trainee, mark, method, at, claimed_at, received_at, recorded_by, device, corrects,
                reason, doubt
            from attendance_entries where county = ?
            """;

    private static final String SESSIONS =
            """
            select distinct session from attendance_entries where county = ? and session > ? order by session limit ?
            """;

    private final DataSource database;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final Event<AttendanceRecorded> recorded;

    EntryTable(DataSource database, CountyReads reads, CurrentCounty county, Event<AttendanceRecorded> recorded) {
        this.database = database;
        this.reads = reads;
        this.county = county;
        this.recorded = recorded;
    }

    /** @return whether it is new; one that is there already, or that says what another one says, changes nothing */
    boolean append(AttendanceEntry entry) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, county.id());
            insert.setObject(2, entry.id());
            insert.setObject(3, entry.session());
            insert.setObject(4, entry.trainee());
            insert.setString(5, entry.mark().name());
            insert.setString(6, entry.method().name());
            insert.setObject(7, utc(entry.at()));
            insert.setObject(8, utc(entry.claimedAt()));
            insert.setObject(9, utc(entry.receivedAt()));
            insert.setObject(10, entry.recordedBy());
            insert.setString(11, entry.device());
            insert.setObject(12, entry.corrects());
            insert.setString(13, entry.reason());
            insert.setString(14, entry.doubt() == null ? null : entry.doubt().name());
            boolean fresh = insert.executeUpdate() == 1;
            if (fresh) {
                recorded.fire(
                        new AttendanceRecorded(county.id(), entry.session(), entry.trainee(), entry.receivedAt()));
            }
            return fresh;
        } catch (SQLException failed) {
            throw new IllegalStateException("The entry could not be kept", failed);
        }
    }

    List<AttendanceEntry> of(UUID session, UUID trainee) {
        return reads.rows(
                COLUMNS + " and session = ? and trainee = ?", EntryTable::entry, county.id(), session, trainee);
    }

    List<AttendanceEntry> ofSession(UUID session) {
        return reads.rows(COLUMNS + " and session = ?", EntryTable::entry, county.id(), session);
    }

    List<AttendanceEntry> ofSessions(Collection<UUID> sessions) {
        return sessions.isEmpty()
                ? List.of()
                : reads.rows(COLUMNS + " and session = any(?::uuid[])", EntryTable::entry, county.id(), sessions);
    }

    /** The next sessions of which anything was written down, in the order of their ids. */
    List<UUID> sessionsAfter(UUID last, int most) {
        return reads.rows(SESSIONS, row -> row.getObject(1, UUID.class), county.id(), last, most);
    }

    /** Everything about one person. */
    List<AttendanceEntry> ofTrainee(UUID trainee) {
        return reads.rows(COLUMNS + " and trainee = ?", EntryTable::entry, county.id(), trainee);
    }

    private static AttendanceEntry entry(ResultSet row) throws SQLException {
        String doubt = row.getString("doubt");
        return new AttendanceEntry(
                row.getObject("id", UUID.class),
                row.getObject("session", UUID.class),
                row.getObject("trainee", UUID.class),
                AttendanceEntry.Mark.valueOf(row.getString("mark")),
                AttendanceEntry.Method.valueOf(row.getString("method")),
                Jdbc.instant(row, "at"),
                Jdbc.instant(row, "claimed_at"),
                Jdbc.instant(row, "received_at"),
                row.getObject("recorded_by", UUID.class),
                row.getString("device"),
                row.getObject("corrects", UUID.class),
                row.getString("reason"),
                doubt == null ? null : AttendanceEntry.Doubt.valueOf(doubt));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
