package org.tianbo.ledger.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * What earlier checks of a county's chain have seen: up to which entry it held, and that entry's hash. A chain that was
 * cut off or written anew since then shows by it.
 *
 * @param hashes 64 digits of hexadecimal, by the number of the entry
 * @param last the last entry that one of them has seen; 0 for none
 */
record EarlierChecks(Map<Long, String> hashes, long last) {

    private static final int MOST = 10_000;

    private static final String SEEN =
            """
            select checked, hash from ledger_checks
            where county = ? and ended_at is not null and checked > 0 and hash <> '' order by id desc limit\s"""
                    + MOST;

    static EarlierChecks of(Connection connection, String county) throws SQLException {
        Map<Long, String> hashes = new HashMap<>();
        long last = 0;
        try (PreparedStatement select = connection.prepareStatement(SEEN)) {
            select.setString(1, county);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    // Of several that saw the same entry the earliest counts.
                    hashes.put(rows.getLong(1), rows.getString(2));
                    last = Math.max(last, rows.getLong(1));
                }
            }
        }
        return new EarlierChecks(hashes, last);
    }

    boolean differ(ChainedEntry entry) {
        String seen = hashes.get(entry.seq());
        return seen != null && !seen.equals(new ChainHead(entry.seq(), entry.hash()).hex());
    }
}
