package org.tianbo.testsupport.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.DatabaseOwner;

/**
 * Nothing that was handed in is under way or due, such as the small copies of an earlier test's recording: what the
 * application does from now on, it does for the test that asks.
 */
public final class JobsAtRest {

    /**
     * Rounds come again and again. The work of the tests of jobs is due for ever: their replicas, which knew how to do
     * it, are gone.
     */
    private static final String BUSY =
            """
            select string_agg(task_name || ' ' || task_instance, ', ') from scheduled_tasks
            where (picked or execution_time <= now()) and task_instance <> 'recurring'
                and task_name not like 'test.%'""";

    private JobsAtRest() {}

    /** Waits until it is so. */
    public static void await() {
        Eventually.value(JobsAtRest::busy, work -> work == null);
    }

    private static String busy() {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(BUSY)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
