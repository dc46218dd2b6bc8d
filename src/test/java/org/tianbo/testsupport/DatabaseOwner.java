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
public final class DatabaseOwner {

    /** Those that point at others first. */
    private static final List<String> ORDERS = List.of(
            "steady_turns",
            "first_orders",
            "settled_months",
            "order_decisions",
            "hosted_sales",
            "held_order_lines",
            "order_lines",
            "order_imports");

    private DatabaseOwner() {}

    public static Connection connection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.flyway.jdbc-url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getOptionalValue("quarkus.flyway.password", String.class).orElse(""));
    }

    /**
     * Takes back all orders and what followed from them. Truncating would lock the tables one after the other, and a
     * job that reads them in another order at that moment would wait for it, and it for the job. The stores are held
     * meanwhile: a job that found one steady a moment ago says so before or after, and not in between.
     */
    public static void takeBackOrders() throws SQLException {
        try (Connection owner = connection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local tianbo.county = '*'");
            statement.execute("select id from stores for update");
            for (String table : ORDERS) {
                statement.execute("delete from " + table);
            }
            owner.commit();
        }
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
