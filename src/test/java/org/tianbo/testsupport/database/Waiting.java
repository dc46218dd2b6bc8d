package org.tianbo.testsupport.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.practice.Eventually;

/** Whether another transaction waits for the one that asks, by PostgreSQL's locks. */
public final class Waiting {

    private static final String IS_WAITED_FOR = "select exists (select 1 from pg_locks"
            + " where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))";

    private Waiting() {}

    /** Until another waits for the transaction that this thread is in. */
    public static void begins(CountyReads reads) {
        Eventually.value(
                () -> reads.rows(IS_WAITED_FOR, row -> row.getBoolean(1)).get(0), waits -> waits);
    }

    /** Until another waits for the transaction of the statement's connection. */
    public static void begins(Statement statement) {
        Eventually.value(() -> isWaitedFor(statement), waits -> waits);
    }

    private static boolean isWaitedFor(Statement statement) {
        try (ResultSet row = statement.executeQuery(IS_WAITED_FOR)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
