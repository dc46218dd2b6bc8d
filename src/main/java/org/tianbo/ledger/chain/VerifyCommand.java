package org.tianbo.ledger.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tianbo.platform.data.Schema;

/**
 * The program's command {@code verify-ledger}: checks the chains of all counties, or of one, before and without
 * anything else of the application. A county that was asked for and has no ledger is no success.
 */
public final class VerifyCommand {

    private static final String COUNTIES = "select id from counties where ? in (id, '') order by id";

    private VerifyCommand() {}

    /** @param county whose chain; empty for all */
    public static Schema.Outcome run(Optional<String> county) {
        try (Connection connection = Schema.configured().connection()) {
            connection.setReadOnly(true);
            return check(connection, county);
        } catch (SQLException unreadable) {
            return new Schema.Outcome(false, "The ledgers cannot be read: " + unreadable.getMessage());
        }
    }

    /**
     * Checks on a connection that may read all counties.
     *
     * @param county whose chain; empty for all
     */
    public static Schema.Outcome check(Connection connection, Optional<String> county) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement everywhere = connection.createStatement()) {
            everywhere.execute("select set_config('tianbo.county', '*', true)");
        }
        List<String> lines = new ArrayList<>();
        boolean good = true;
        for (String one : counties(connection, county.orElse(""))) {
            CheckedChain checked = ChainCheck.of(connection, one, entries -> {});
            good &= checked.broken().isEmpty() && (checked.entries() > 0 || county.isEmpty());
            lines.add(line(checked));
        }
        if (lines.isEmpty()) {
            good = county.isEmpty();
            lines.add("There is no county" + county.map(one -> " " + one).orElse("") + ".");
        }
        return new Schema.Outcome(good, String.join(System.lineSeparator(), lines));
    }

    private static List<String> counties(Connection connection, String county) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNTIES)) {
            select.setString(1, county);
            List<String> all = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            return all;
        }
    }

    private static String line(CheckedChain checked) {
        return checked.broken()
                .map(broken -> "%s: BROKEN at entry %d (%s); the %d entries before it hold, the last hash is %s"
                        .formatted(
                                checked.county(),
                                broken.seq(),
                                broken.kind().code(),
                                checked.entries(),
                                checked.hash()))
                .orElseGet(() -> checked.entries() == 0
                        ? checked.county() + ": there is no entry yet"
                        : "%s: %d entries, the chain holds, the last hash is %s"
                                .formatted(checked.county(), checked.entries(), checked.hash()));
    }
}
