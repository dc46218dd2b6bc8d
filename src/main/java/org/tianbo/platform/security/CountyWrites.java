package org.tianbo.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.util.List;
import org.tianbo.platform.data.Jdbc;

/**
 * Changes a county's rows by one statement and waits for PostgreSQL once, for what happens many times a second. Like
 * {@link CountyReads}: inside a transaction the statement is part of it, outside it is one of its own.
 */
@ApplicationScoped
public class CountyWrites {

    private final CountyReads statements;

    CountyWrites(CountyReads statements) {
        this.statements = statements;
    }

    /**
     * The rows that the statement returns.
     *
     * @param change one statement, with {@code returning} or a {@code select} around it
     * @param parameters as {@link CountyReads#rows} takes them
     */
    public <T> List<T> returning(String change, Jdbc.Work<ResultSet, T> row, Object... parameters) {
        return statements.rows(change, row, parameters);
    }
}
