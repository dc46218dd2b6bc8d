package org.tianbo.ledger.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Days that an entry of the chain has locked, or that are noted beside the chain as locked by it: bookings go by the
 * note, so both have to be the same.
 *
 * @param seq number of the entry
 * @param hash of the entry, 64 digits of hexadecimal
 */
record LockedSpan(long seq, String name, LocalDate first, LocalDate last, String hash) {

    private static final String NOTED =
            """
            select seq, name, first_day, last_day, encode(hash, 'hex') from ledger_locks
            where county = ? and seq <= ? order by seq
            """;

    boolean have(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /**
     * The first lock that the chain and what is noted beside it tell differently.
     *
     * @param chained those of the chain, in its order
     * @param end the last entry of the chain that was looked at
     */
    static Optional<Long> different(Connection connection, String county, List<LockedSpan> chained, long end)
            throws SQLException {
        List<LockedSpan> noted = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NOTED)) {
            select.setString(1, county);
            select.setLong(2, end);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    noted.add(new LockedSpan(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getObject(3, LocalDate.class),
                            rows.getObject(4, LocalDate.class),
                            rows.getString(5)));
                }
            }
        }
        List<LockedSpan> onlyChained = new ArrayList<>(chained);
        onlyChained.removeAll(noted);
        noted.removeAll(chained);
        onlyChained.addAll(noted);
        return onlyChained.stream().map(LockedSpan::seq).min(Long::compare);
    }
}
