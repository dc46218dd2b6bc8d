package org.tianbo.ledger.chain;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.security.CountyReads;

/**
 * A county's chain grows here, one transaction at a time: whoever appends holds the row of its end until the
 * transaction is over. Every transaction takes its locks in one order, so that no two wait for each other:
 *
 * <ol>
 *   <li>what features lock and write: people, classes, sessions, orders, each in the order of their ids;
 *   <li>the keys under which words about people are sealed, all that are lacking at once and in the order of the
 *       people's ids: whoever makes somebody's key holds it until the transaction is over;
 *   <li>the end of the chain; of several counties in the order of their ids.
 * </ol>
 *
 * Behind the last one nothing may wait for anybody: what was written is read, keys are read, entries are appended. Who
 * finds a key lacking there lets go of the chain first ({@link #attempt}).
 */
@ApplicationScoped
public class Chain {

    private static final String BEGIN =
            "insert into ledger_heads (county, seq, hash) values (?, ?, ?) on conflict do nothing";

    private static final String LOCK = "select seq, hash from ledger_heads where county = ? for no key update";

    private static final String MARK = "savepoint before_the_chain";

    private static final String LET_GO = "rollback to savepoint before_the_chain";

    private static final String HEAD = "select seq, hash from ledger_heads where county = ?";

    private static final String MOVE = "update ledger_heads set seq = ?, hash = ? where county = ?";

    private static final String LATEST = "select * from last_stated(?, ?::text[], ?::text[])";

    private final DataSource database;
    private final CountyReads reads;

    Chain(DataSource database, CountyReads reads) {
        this.database = database;
        this.reads = reads;
    }

    /** What was last stated about a thing. */
    public record Stated(long seq, String content, UUID person, UUID cohort) {}

    /** Waits until nobody else appends to the county's chain; until the transaction ends nobody else can. */
    public ChainHead lock(String county) {
        return on(connection -> {
            ChainHead head = locked(connection, county);
            if (head != null) {
                return head;
            }
            try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
                begin.setString(1, county);
                begin.setLong(2, 0);
                begin.setBytes(3, ChainHead.none().hash());
                begin.executeUpdate();
            }
            return locked(connection, county);
        });
    }

    /**
     * Within the caller's transaction.
     *
     * @param appending locks the chain and appends; false where that cannot be done yet
     * @return the same; after false nothing of it has been done, and nobody waits for this transaction's chain any more
     */
    public boolean attempt(BooleanSupplier appending) {
        execute(MARK);
        boolean done = appending.getAsBoolean();
        if (!done) {
            execute(LET_GO);
        }
        return done;
    }

    /** Where the chain ends at this moment. */
    public ChainHead head(String county) {
        return reads.rows(HEAD, row -> new ChainHead(row.getLong(1), row.getBytes(2)), county).stream()
                .findFirst()
                .orElseGet(ChainHead::none);
    }

    /** By kind and source, as {@link #key} joins them; what was never stated is absent. */
    public Map<String, Stated> latest(String county, Collection<LedgerEntry> entries) {
        return on(connection -> {
            Map<String, Stated> latest = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(LATEST)) {
                select.setString(1, county);
                select.setArray(2, Jdbc.array(connection, "text", entries, entry -> entry.kind()
                        .code()));
                select.setArray(3, Jdbc.array(connection, "text", entries, LedgerEntry::source));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        latest.put(
                                rows.getString("kind") + " " + rows.getString("source"),
                                new Stated(
                                        rows.getLong("seq"),
                                        rows.getString("content"),
                                        rows.getObject("person", UUID.class),
                                        rows.getObject("cohort", UUID.class)));
                    }
                }
            }
            return latest;
        });
    }

    public static String key(LedgerEntry entry) {
        return entry.kind().code() + " " + entry.source();
    }

    /** The values as they are stored and hashed. */
    public static String content(Map<EntryField, String> values) {
        return CanonicalJson.of(values.entrySet().stream()
                .collect(Collectors.toMap(value -> value.getKey().code(), Map.Entry::getValue)));
    }

    /**
     * Appends in this order.
     *
     * @param head as {@link #lock} returned it in this transaction
     * @return the end of the chain by now
     */
    public ChainHead append(String county, ChainHead head, List<NewEntry> entries) {
        if (entries.isEmpty()) {
            return head;
        }
        MessageDigest sha256 = Sha256.begin();
        List<ChainedEntry> rows = new ArrayList<>(entries.size());
        ChainHead last = head;
        for (NewEntry entry : entries) {
            ChainedEntry row = linked(county, last, entry, sha256);
            rows.add(row);
            last = new ChainHead(row.seq(), row.hash());
        }
        ChainHead end = last;
        return on(connection -> {
            ChainRows.insert(connection, rows);
            try (PreparedStatement move = connection.prepareStatement(MOVE)) {
                move.setLong(1, end.seq());
                move.setBytes(2, end.hash());
                move.setString(3, county);
                move.executeUpdate();
            }
            return end;
        });
    }

    static ChainedEntry linked(String county, ChainHead last, NewEntry added, MessageDigest sha256) {
        LedgerEntry entry = added.entry();
        ChainedEntry row = new ChainedEntry(
                county,
                last.seq() + 1,
                entry.kind().code(),
                entry.source(),
                entry.thing(),
                entry.person(),
                entry.cohort(),
                added.day(),
                stored(entry.at()),
                content(entry.values()),
                added.before() == null ? null : CanonicalJson.of(added.before()),
                entry.reason(),
                added.amends(),
                added.hand(),
                entry.by(),
                added.recordedBy(),
                stored(added.recordedAt()),
                last.hash(),
                new byte[0]);
        return row.hashed(row.computed(sha256));
    }

    /** PostgreSQL counts microseconds. */
    private static Instant stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static ChainHead locked(Connection connection, String county) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setString(1, county);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new ChainHead(row.getLong(1), row.getBytes(2)) : null;
            }
        }
    }

    private void execute(String command) {
        on(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(command);
            }
        });
    }

    private <T> T on(Jdbc.Work<Connection, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("The ledger could not be read or written", failed);
        }
    }
}
