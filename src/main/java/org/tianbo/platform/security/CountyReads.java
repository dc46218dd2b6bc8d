package org.tianbo.platform.security;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.postgresql.PGStatement;
import org.tianbo.platform.data.Jdbc;

/**
 * Reads a county's rows and waits for PostgreSQL once, for pages that everybody opens all day. Inside a transaction it
 * reads what that transaction sees. Outside, the county is named and the rows are read in one message to PostgreSQL,
 * which makes them one transaction of their own: its setting ends with it, as always.
 */
@ApplicationScoped
public class CountyReads {

    private final AgroalDataSource dataSource;
    private final CurrentCounty currentCounty;

    CountyReads(AgroalDataSource dataSource, CurrentCounty currentCounty) {
        this.dataSource = dataSource;
        this.currentCounty = currentCounty;
    }

    /**
     * The rows in the order they come.
     *
     * @param select one statement
     * @param row makes one of the rows where the result set stands
     * @param parameters for the question marks, of types the driver knows: text, numbers, UUIDs, dates, arrays of
     *     text; an Instant; a collection, which the statement casts: {@code any(?::uuid[])}; a null too, but then
     *     PostgreSQL plans the statement anew each time
     */
    public <T> List<T> rows(String select, Jdbc.Work<ResultSet, T> row, Object... parameters) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getAutoCommit()
                    ? inOneMessage(connection, select, row, parameters)
                    : inTransaction(connection, select, row, parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException("Rows of the county could not be read", failed);
        }
    }

    private <T> List<T> inOneMessage(
            Connection connection, String select, Jdbc.Work<ResultSet, T> row, Object... parameters)
            throws SQLException {
        try (PreparedStatement both = connection.prepareStatement(CountyOnConnection.NAME + "; " + select)) {
            both.setString(1, CountyOnConnection.named(currentCounty.id()));
            bind(both, 2, parameters);
            if (Arrays.asList(parameters).contains(null)) {
                // The driver asks for a null's type once it prepares a statement; from then on it would send the
                // statement apart from the one that names the county.
                both.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            both.execute();
            both.getMoreResults();
            return all(both.getResultSet(), row);
        }
    }

    /** The county was named when the connection joined the transaction. */
    private static <T> List<T> inTransaction(
            Connection connection, String select, Jdbc.Work<ResultSet, T> row, Object... parameters)
            throws SQLException {
        try (PreparedStatement alone = connection.prepareStatement(select)) {
            bind(alone, 1, parameters);
            return all(alone.executeQuery(), row);
        }
    }

    private static void bind(PreparedStatement statement, int from, Object... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(from + index, forDriver(parameters[index]));
        }
    }

    private static Object forDriver(Object parameter) {
        if (parameter instanceof Instant at) {
            return at.atOffset(ZoneOffset.UTC);
        }
        if (parameter instanceof Collection<?> many) {
            return many.stream().map(Object::toString).toArray(String[]::new);
        }
        return parameter;
    }

    private static <T> List<T> all(ResultSet rows, Jdbc.Work<ResultSet, T> row) throws SQLException {
        try (rows) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.on(rows));
            }
            return all;
        }
    }
}
