package org.tianbo.ledger.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.data.Sha256;

/**
 * Walks a chain from its first entry to its last and stops at the first that is not as it was written. Holds a few
 * thousand rows in memory, however long the chain is. Whoever may rewrite the whole chain and its end can only be told
 * by a hash that was kept elsewhere: that is what locks are printed for.
 */
public final class ChainCheck {

    private static final int AT_ONCE = 2_000;
    private static final int REPORT_EACH = 20_000;

    private static final String HEAD = "select seq, hash from ledger_heads where county = ?";

    private static final String ENTRIES =
            "select " + ChainedEntry.COLUMNS + " from ledger_entries where county = ? order by seq";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final String county;
    private final MessageDigest sha256 = Sha256.begin();
    private final List<Days> locked = new ArrayList<>();
    private ChainHead last = ChainHead.none();

    private ChainCheck(Connection connection, String county) {
        this.connection = connection;
        this.county = county;
    }

    private record Days(LocalDate first, LocalDate last) {

        boolean have(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /**
     * Checks the chain as it is at this moment.
     *
     * @param connection in a transaction that has named the county, or all of them; without one the rows would come all
     *     at once
     * @param progress is told every now and then how many entries were looked at
     */
    public static CheckedChain of(Connection connection, String county, LongConsumer progress) throws SQLException {
        return new ChainCheck(connection, county).walk(progress);
    }

    private CheckedChain walk(LongConsumer progress) throws SQLException {
        // Read first: what is appended meanwhile comes behind it.
        ChainHead head = head();
        boolean reached = head.seq() == 0;
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setFetchSize(AT_ONCE);
            select.setString(1, county);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ChainedEntry entry = ChainedEntry.of(rows);
                    Optional<BrokenEntry> broken = broken(entry);
                    if (broken.isPresent()) {
                        return found(broken);
                    }
                    last = new ChainHead(entry.seq(), entry.hash());
                    if (entry.seq() == head.seq()) {
                        if (!Arrays.equals(entry.hash(), head.hash())) {
                            return found(Optional.of(new BrokenEntry(entry.seq(), BrokenEntry.Kind.HEAD)));
                        }
                        reached = true;
                    }
                    if (entry.seq() % REPORT_EACH == 0) {
                        progress.accept(entry.seq());
                    }
                }
            }
        }
        if (!reached) {
            return found(Optional.of(new BrokenEntry(last.seq() + 1, BrokenEntry.Kind.MISSING)));
        }
        if (last.seq() > head().seq()) {
            return found(Optional.of(new BrokenEntry(head().seq() + 1, BrokenEntry.Kind.HEAD)));
        }
        return found(Optional.empty());
    }

    private Optional<BrokenEntry> broken(ChainedEntry entry) {
        long expected = last.seq() + 1;
        if (entry.seq() != expected) {
            return Optional.of(new BrokenEntry(expected, BrokenEntry.Kind.MISSING));
        }
        if (!Arrays.equals(entry.hash(), entry.computed(sha256))) {
            return Optional.of(new BrokenEntry(expected, BrokenEntry.Kind.CHANGED));
        }
        if (!Arrays.equals(entry.prev(), last.hash())) {
            return Optional.of(new BrokenEntry(expected, BrokenEntry.Kind.UNLINKED));
        }
        if (locked.stream().anyMatch(days -> days.have(entry.day()))) {
            return Optional.of(new BrokenEntry(expected, BrokenEntry.Kind.IN_LOCKED_DAYS));
        }
        if (entry.kind().equals(EntryKind.LOCK.code())) {
            lock(entry);
        }
        return Optional.empty();
    }

    private void lock(ChainedEntry entry) {
        try {
            JsonNode content = JSON.readTree(entry.content());
            locked.add(new Days(
                    LocalDate.parse(content.path(EntryField.FROM.code()).asText()),
                    LocalDate.parse(content.path(EntryField.TO.code()).asText())));
        } catch (IOException impossible) {
            throw new IllegalStateException("What was hashed is no JSON", impossible);
        }
    }

    private CheckedChain found(Optional<BrokenEntry> broken) {
        return new CheckedChain(county, last.seq(), HexFormat.of().formatHex(last.hash()), broken);
    }

    private ChainHead head() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD)) {
            select.setString(1, county);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new ChainHead(row.getLong(1), row.getBytes(2)) : ChainHead.none();
            }
        }
    }
}
