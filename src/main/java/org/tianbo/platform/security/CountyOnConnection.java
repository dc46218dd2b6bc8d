package org.tianbo.platform.security;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Second lock: tells PostgreSQL the county as the first thing in each transaction, so that row-level security holds
 * even where a statement forgot the county. The setting ends with the transaction: a pooler may give the same server
 * connection to another county's transaction next. Outside a transaction nothing is set, and PostgreSQL refuses rows of
 * a county.
 */
@ApplicationScoped
class CountyOnConnection implements AgroalPoolInterceptor {

    /** Names the county, its one parameter, until the transaction ends. */
    static final String NAME = "select set_config('tianbo.county', ?, true)";

    /** No county's id; PostgreSQL tells it from a transaction that named none. */
    private static final String NOBODYS = "-";

    private final CurrentCounty currentCounty;

    CountyOnConnection(CurrentCounty currentCounty) {
        this.currentCounty = currentCounty;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                name(connection, currentCounty.id());
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("The county could not be set in the transaction", refused);
        }
    }

    private static void name(Connection connection, String county) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(NAME)) {
            set.setString(1, named(county));
            set.execute();
        }
    }

    /** The county as PostgreSQL is told it. */
    static String named(String county) {
        return county.equals(CurrentCounty.NONE) ? NOBODYS : county;
    }
}
