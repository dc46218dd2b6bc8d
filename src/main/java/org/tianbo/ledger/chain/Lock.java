package org.tianbo.ledger.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;

/**
 * Days that are locked.
 *
 * @param name what the days are called: a month, a project's period
 * @param first the first day
 * @param last the last day
 * @param seq number of the entry that says so
 * @param hash of that entry, 64 digits of hexadecimal: it tells any later change of all entries up to there
 */
public record Lock(
        UUID id,
        String name,
        LocalDate first,
        LocalDate last,
        String reason,
        long seq,
        String hash,
        UUID lockedBy,
        Instant lockedAt) {

    private static final int LETTERS = 4;
    private static final int SHORT = 16;

    static final String COLUMNS = "id, name, first_day, last_day, reason, seq, hash, locked_by, locked_at";

    static Lock of(ResultSet row) throws SQLException {
        return new Lock(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                row.getLong("seq"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getObject("locked_by", UUID.class),
                Jdbc.instant(row, "locked_at"));
    }

    /** The first 16 digits in groups of four, for paper and for reading aloud. */
    public String shortHash() {
        return hash.substring(0, SHORT).replaceAll("(.{" + LETTERS + "})(?!$)", "$1 ");
    }
}
