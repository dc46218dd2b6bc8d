package org.tianbo.bench.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.tianbo.bench.measure.Owner;

/** The floor of a roster: the rows it left, copied by PostgreSQL itself into tables with the same keys and indexes. */
final class CopiedRoster {

    /** What it leaves of each person, in the tables of the features. */
    private static final List<String> TABLES = List.of("people", "enrolments", "milestones", "ledger_entries");

    private static final String OF_PERSON = "select r.* from %s r where r.county = 'fengcheng' and r.%s in"
            + " (select p.id from people p where p.county = 'fengcheng' and p.name like '名册%%')";

    private CopiedRoster() {}

    /** The seconds that copying takes; the copies are dropped again. */
    static double seconds(Map<String, String> settings) throws SQLException, IOException {
        try (Connection connection = Owner.connection(settings)) {
            Owner.execute(connection, "reset synchronous_commit");
            double seconds = 0;
            for (String table : TABLES) {
                seconds += seconds(connection, table);
            }
            return seconds;
        }
    }

    private static double seconds(Connection connection, String table) throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copies.copyOut("copy (" + OF_PERSON.formatted(table, person(table)) + ") to stdout", rows);
        Owner.execute(connection, "create table copied_roster (like " + table + " including indexes)");
        long begun = System.nanoTime();
        copies.copyIn("copy copied_roster from stdin", new ByteArrayInputStream(rows.toByteArray()));
        double seconds = (System.nanoTime() - begun) / 1e9;
        Owner.execute(connection, "drop table copied_roster");
        return seconds;
    }

    private static String person(String table) {
        return switch (table) {
            case "people" -> "id";
            case "ledger_entries" -> "person";
            default -> "trainee";
        };
    }
}
