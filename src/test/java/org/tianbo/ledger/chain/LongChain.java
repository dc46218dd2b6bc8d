package org.tianbo.ledger.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Sha256;

/** A county's chain of any length, in place of the one it had. */
public final class LongChain {

    private static final int BATCH = 1_000;

    private LongChain() {}

    /**
     * Entries of monthly incomes of people and stores that nobody knows; so many of them a day, from the first day on.
     *
     * @param owner may do everything; past all keys
     * @return the bytes that were hashed
     */
    public static long make(Connection owner, String county, int entries, LocalDate first, int perDay)
            throws SQLException {
        owner.setAutoCommit(false);
        long bytes = 0;
        try (Statement statement = owner.createStatement()) {
            statement.execute("set local tianbo.county = '*'");
            statement.execute("set local session_replication_role = replica");
            statement.execute("set local synchronous_commit = off");
            for (String table : new String[] {"ledger_checks", "ledger_locks", "ledger_entries", "ledger_heads"}) {
                statement.execute("delete from " + table + " where county = '" + county + "'");
            }
        }
        ChainHead last = ChainHead.none();
        List<ChainedEntry> rows = new ArrayList<>(BATCH);
        for (int index = 0; index < entries; index++) {
            ChainedEntry row = Chain.linked(county, last, entry(first.plusDays(index / perDay), index), Sha256.begin());
            bytes += row.canonical().length();
            rows.add(row);
            if (rows.size() == BATCH || index == entries - 1) {
                ChainRows.insert(owner, rows);
                rows.clear();
            }
            last = new ChainHead(row.seq(), row.hash());
        }
        try (PreparedStatement head =
                owner.prepareStatement("insert into ledger_heads (county, seq, hash) values (?, ?, ?)")) {
            head.setString(1, county);
            head.setLong(2, last.seq());
            head.setBytes(3, last.hash());
            head.executeUpdate();
        }
        owner.commit();
        owner.setAutoCommit(true);
        try (Statement statement = owner.createStatement()) {
            statement.execute("analyze ledger_entries");
        }
        return bytes;
    }

    private static NewEntry entry(LocalDate day, int index) {
        UUID store = Ids.next();
        Instant at = Instant.parse("2026-09-01T00:00:00Z").plus(index, ChronoUnit.SECONDS);
        LedgerEntry income = new LedgerEntry(
                EntryKind.INCOME,
                store + "/2026-09",
                store,
                at,
                Ids.next(),
                null,
                null,
                "",
                Map.of(
                        EntryField.MONTH, "2026-09",
                        EntryField.SETTLED, Integer.toString(index % 900_000),
                        EntryField.CLAIM, "confirmed"));
        return new NewEntry(income, day, null, null, false, null, at);
    }
}
