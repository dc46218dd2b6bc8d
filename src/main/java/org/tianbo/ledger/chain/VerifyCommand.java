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
 * anything else of the application.
 */
public final class VerifyCommand {

    private static final String COUNTIES = "select county from ledger_heads where ? in (county, '') union"
            + " select distinct county from ledger_entries where ? in (county, '') order by 1";

    private VerifyCommand() {}

    /** @param county whose chain; empty for all */
    public static Schema.Outcome run(Optional<String> county) {
        try (Connection connection = Schema.configured().connection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (Statement everywhere = connection.createStatement()) {
                everywhere.execute("select set_config('tianbo.county', '*', true)");
            }
            List<String> lines = new ArrayList<>();
            boolean good = true;
            for (String one : counties(connection, county.orElse(""))) {
                CheckedChain checked = ChainCheck.of(connection, one, entries -> {});
                good &= checked.broken().isEmpty();
                lines.add(line(checked));
            }
            if (lines.isEmpty()) {
                lines.add("There is no ledger" + county.map(one -> " of " + one).orElse("") + ".");
            }
            return new Schema.Outcome(good, String.join(System.lineSeparator(), lines));
        } catch (SQLException unreadable) {
            return new Schema.Outcome(false, "The ledgers cannot be read: " + unreadable.getMessage());
        }
    }

    private static List<String> counties(Connection connection, String county) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNTIES)) {
            select.setString(1, county);
            select.setString(2, county);
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
                .orElseGet(() -> "%s: %d entries, the chain holds, the last hash is %s"
                        .formatted(checked.county(), checked.entries(), checked.hash()));
    }
}
