package org.tianbo.privacy.copy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;

/**
 * A copy of what is known of somebody.
 *
 * @param parts of which it consists; 0 before the first is packed
 * @param done how many of them are packed
 * @param readyAt null before it can be fetched
 * @param expiresAt when it is removed; null before it is ready
 * @param bytes 0 before it is ready
 * @param endedAt when it was removed or could not be made; null until then
 */
public record DataCopy(
        UUID id,
        UUID person,
        Instant askedAt,
        int parts,
        int done,
        Instant readyAt,
        Instant expiresAt,
        long bytes,
        Instant endedAt,
        boolean failed) {

    static final String COLUMNS = "id, person, asked_at, parts, done, ready_at, expires_at, bytes, ended_at, failed";

    static DataCopy of(ResultSet row) throws SQLException {
        return new DataCopy(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                Jdbc.instant(row, "asked_at"),
                row.getInt("parts"),
                row.getInt("done"),
                Jdbc.instant(row, "ready_at"),
                Jdbc.instant(row, "expires_at"),
                row.getLong("bytes"),
                Jdbc.instant(row, "ended_at"),
                row.getBoolean("failed"));
    }

    public boolean isBeingMade() {
        return readyAt == null && endedAt == null;
    }

    /** Whether it can be fetched. */
    public boolean isReady() {
        return readyAt != null && endedAt == null;
    }

    /** In thousands of bytes, at least one. */
    public long kilobytes() {
        return Math.max(1, bytes / 1_000);
    }

    static String key(String county, UUID id) {
        return county + "/copies/" + id + ".zip";
    }
}
