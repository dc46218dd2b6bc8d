package org.tianbo.platform.readiness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What PostgreSQL itself says about the role we signed in as and about how it keeps what it acknowledged.
 *
 * @param ownsTables whether the role owns tables of this database, itself or as a member of their owner
 */
record DatabaseFacts(
        String role,
        boolean superuser,
        boolean bypassesRowSecurity,
        boolean ownsTables,
        String fsync,
        String fullPageWrites,
        String synchronousCommit) {

    private static final String QUERY =
            """
            select rolname, rolsuper, rolbypassrls,
                   exists (select from pg_class
                           where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
                             and pg_has_role(current_user, relowner, 'member')) as owns_tables,
                   current_setting('fsync') as fsync,
                   current_setting('full_page_writes') as full_page_writes,
                   current_setting('synchronous_commit') as synchronous_commit
            from pg_roles where rolname = current_user
            """;

    static DatabaseFacts read(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return read(connection);
        }
    }

    static DatabaseFacts read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("PostgreSQL does not know its own current_user");
            }
            return new DatabaseFacts(
                    row.getString("rolname"),
                    row.getBoolean("rolsuper"),
                    row.getBoolean("rolbypassrls"),
                    row.getBoolean("owns_tables"),
                    row.getString("fsync"),
                    row.getString("full_page_writes"),
                    row.getString("synchronous_commit"));
        }
    }

    /** Rows of another county stay out of reach, and an acknowledged commit survives a power cut. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (superuser) {
            findings.add(role("database-role-superuser", "is a superuser"));
        } else if (bypassesRowSecurity) {
            findings.add(role("database-role-bypasses-row-security", "has BYPASSRLS"));
        } else if (ownsTables) {
            findings.add(role("database-role-owns-tables", "owns the tables it works on"));
        }
        switchedOff("fsync", fsync, findings);
        switchedOff("full_page_writes", fullPageWrites, findings);
        switchedOff("synchronous_commit", synchronousCommit, findings);
        return findings;
    }

    private Finding role(String name, String trait) {
        return Finding.severe(
                name,
                "The application signs in to PostgreSQL as " + role + ", which " + trait
                        + ": row-level security would not keep counties apart.",
                "Use a plain role for quarkus.datasource.username and the owner for quarkus.flyway.username only.");
    }

    private static void switchedOff(String setting, String value, List<Finding> findings) {
        if ("off".equals(value)) {
            findings.add(Finding.severe(
                    "database-" + setting.replace('_', '-') + "-off",
                    "PostgreSQL runs with " + setting + " = off: what people were told is kept could be lost.",
                    "Set " + setting
                            + " = on in the server's configuration, and look for it on the role and database."));
        }
    }
}
