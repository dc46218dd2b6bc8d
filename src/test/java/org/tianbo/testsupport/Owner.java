package org.tianbo.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database as its owner sees it: every county, and facts that the application may not take back. */
public final class Owner {

    private Owner() {}

    public static Connection connection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.flyway.jdbc-url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getOptionalValue("quarkus.flyway.password", String.class).orElse(""));
    }

    /** Removes a test's own county and all that is in it, without looking at any key. */
    public static void removeCounty(Connection owner, String county) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            try (ResultSet rows =
                    statement.executeQuery("select tablename from pg_policies where policyname = 'own_county'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                statement.execute("delete from %s where county = '%s'".formatted(table, county));
            }
            statement.execute("delete from counties where id = '%s'".formatted(county));
        }
    }
}
