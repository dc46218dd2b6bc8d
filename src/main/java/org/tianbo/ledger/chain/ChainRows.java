package org.tianbo.ledger.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Slices;

/** Writes rows of the ledger, many in one statement. */
final class ChainRows {

    private static final String INSERT = "insert into ledger_entries (" + ChainedEntry.COLUMNS
            + """
            ) select county, seq, kind, source, thing, person, cohort, day, at, content, before, reason, amends, hand,
                stated_by, recorded_by, recorded_at, decode(prev, 'hex'), decode(hash, 'hex')
            from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[],
                ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::boolean[], ?::uuid[], ?::uuid[],
                ?::timestamptz[], ?::text[], ?::text[])
                as one (county, seq, kind, source, thing, person, cohort, day, at, content, before, reason, amends,
                    hand, stated_by, recorded_by, recorded_at, prev, hash)
            """;

    private static final int ROWS_OF_A_STATEMENT = 1_000;

    private ChainRows() {}

    /** In their order, within the caller's transaction. */
    static void insert(Connection connection, List<ChainedEntry> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (List<ChainedEntry> some : Slices.of(rows, ROWS_OF_A_STATEMENT)) {
                bind(insert, some);
                insert.executeUpdate();
            }
        }
    }

    private static void bind(PreparedStatement insert, List<ChainedEntry> rows) throws SQLException {
        HexFormat hex = HexFormat.of();
        List<Function<ChainedEntry, ?>> columns = List.of(
                ChainedEntry::county,
                ChainedEntry::seq,
                ChainedEntry::kind,
                ChainedEntry::source,
                ChainedEntry::thing,
                ChainedEntry::person,
                ChainedEntry::cohort,
                ChainedEntry::day,
                ChainedEntry::at,
                ChainedEntry::content,
                ChainedEntry::before,
                ChainedEntry::reason,
                ChainedEntry::amends,
                ChainedEntry::hand,
                ChainedEntry::statedBy,
                ChainedEntry::recordedBy,
                ChainedEntry::recordedAt,
                row -> hex.formatHex(row.prev()),
                row -> hex.formatHex(row.hash()));
        for (int column = 0; column < columns.size(); column++) {
            insert.setArray(
                    column + 1,
                    Jdbc.array(
                            insert.getConnection(),
                            "text",
                            rows,
                            columns.get(column).andThen(value -> Objects.toString(value, null))));
        }
    }
}
