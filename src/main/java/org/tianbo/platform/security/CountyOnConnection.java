package org.tianbo.platform.security;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Second lock: tells PostgreSQL the county each time a connection is lent, so that row-level security holds even where a
 * statement forgot the county. Set anew every time, because a rollback would undo an earlier setting.
 */
@ApplicationScoped
class CountyOnConnection implements AgroalPoolInterceptor {

    private final CurrentCounty currentCounty;

    CountyOnConnection(CurrentCounty currentCounty) {
        this.currentCounty = currentCounty;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try (PreparedStatement set = connection.prepareStatement("select set_config('tianbo.county', ?, false)")) {
            set.setString(1, currentCounty.id());
            set.execute();
        } catch (SQLException refused) {
            throw new IllegalStateException("The county could not be set on the connection", refused);
        }
    }
}
