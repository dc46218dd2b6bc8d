package org.tianbo.ledger.chain;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.data.Sha256;

/**
 * Walks a chain from its first entry to its last and stops at the first that is not as it was written. What stands
 * beside the chain has to agree with it: its end, the locked days, and what earlier checks have found. Holds a few
 * thousand rows in memory, however long the chain is. Whoever may rewrite all of that can only be told by a hash that
 * was kept elsewhere: that is what locks are printed for.
 */
public final class ChainCheck {

    private static final int AT_ONCE = 2_000;
    private static final int REPORT_EACH = 20_000;

    private static final String HEAD = "select seq, hash from ledger_heads where county = ?";

    private static final String ENTRIES =
            "select " + ChainedEntry.COLUMNS + " from ledger_entries where county = ? order by seq";

    private final Connection connection;
    private final String county;
    private final MessageDigest sha256 = Sha256.begin();
    private final List<LockedSpan> locked = new ArrayList<>();
    private final EarlierChecks earlier;
    private ChainHead last = ChainHead.none();

    private ChainCheck(Connection connection, String county) throws SQLException {
        this.connection = connection;
        this.county = county;
        this.earlier = EarlierChecks.of(connection, county);
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
                            return found(BrokenEntry.Kind.HEAD, entry.seq());
                        }
                        reached = true;
                    }
                    if (entry.seq() % REPORT_EACH == 0) {
                        progress.accept(entry.seq());
                    }
                }
            }
        }
        return beside(reached);
    }

    /** The chain itself holds: looks at what stands beside it. */
    private CheckedChain beside(boolean reached) throws SQLException {
        if (!reached || earlier.last() > last.seq()) {
            return found(BrokenEntry.Kind.MISSING, last.seq() + 1);
        }
        long end = head().seq();
        if (last.seq() > end) {
            return found(BrokenEntry.Kind.HEAD, end + 1);
        }
        // Read last: a lock that came meanwhile lies behind what was walked.
        return found(LockedSpan.different(connection, county, locked, last.seq())
                .map(seq -> new BrokenEntry(seq, BrokenEntry.Kind.LOCK)));
    }

    private Optional<BrokenEntry> broken(ChainedEntry entry) {
        long expected = last.seq() + 1;
        return fault(entry, expected).map(kind -> new BrokenEntry(expected, kind));
    }

    private Optional<BrokenEntry.Kind> fault(ChainedEntry entry, long expected) {
        if (entry.seq() != expected) {
            return Optional.of(BrokenEntry.Kind.MISSING);
        }
        if (!Arrays.equals(entry.hash(), entry.computed(sha256))) {
            return Optional.of(BrokenEntry.Kind.CHANGED);
        }
        if (!Arrays.equals(entry.prev(), last.hash())) {
            return Optional.of(BrokenEntry.Kind.UNLINKED);
        }
        Optional<Map<String, String>> content = Notes.read(entry.content());
        if (content.isEmpty()
                || entry.before() != null && Notes.read(entry.before()).isEmpty()) {
            return Optional.of(BrokenEntry.Kind.AMBIGUOUS);
        }
        if (earlier.differ(entry)) {
            return Optional.of(BrokenEntry.Kind.REWRITTEN);
        }
        if (locked.stream().anyMatch(days -> days.have(entry.day()))) {
            return Optional.of(BrokenEntry.Kind.IN_LOCKED_DAYS);
        }
        return entry.kind().equals(EntryKind.LOCK.code()) ? lock(entry, content.get()) : Optional.empty();
    }

    private Optional<BrokenEntry.Kind> lock(ChainedEntry entry, Map<String, String> content) {
        try {
            locked.add(new LockedSpan(
                    entry.seq(),
                    content.getOrDefault(EntryField.NAME.code(), ""),
                    LocalDate.parse(content.getOrDefault(EntryField.FROM.code(), "")),
                    LocalDate.parse(content.getOrDefault(EntryField.TO.code(), "")),
                    HexFormat.of().formatHex(entry.hash())));
            return Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.of(BrokenEntry.Kind.AMBIGUOUS);
        }
    }

    private CheckedChain found(BrokenEntry.Kind kind, long seq) {
        return found(Optional.of(new BrokenEntry(seq, kind)));
    }

    private CheckedChain found(Optional<BrokenEntry> broken) {
        return new CheckedChain(county, last.seq(), last.hex(), broken);
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
