package org.tianbo.platform.data;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.function.Function;

/** What statements written by hand share: work that may fail, arrays of columns, times. */
public final class Jdbc {

    private Jdbc() {}

    /**
     * What is done with a connection or a statement that somebody else opens and closes.
     *
     * @param <S> what it is done with
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Work<S, T> {
        T on(S subject) throws SQLException;
    }

    /**
     * One column of the rows, for {@code unnest}.
     *
     * @param type as PostgreSQL names it
     */
    public static <R> Array array(Connection connection, String type, Collection<R> rows, Function<? super R, ?> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    /** Null where the column is. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
