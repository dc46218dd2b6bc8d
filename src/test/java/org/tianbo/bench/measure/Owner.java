package org.tianbo.bench.measure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The database's owner, past the application: how a bench fills a large database within minutes. */
public final class Owner {

    private static final int PROCESSORS = 2;

    /** While millions of rows are written, nothing is vacuumed and few checkpoints are made beside it. */
    private static final Map<String, String> WHILE_FILLING =
            Map.of("autovacuum", "off", "max_wal_size", "8GB", "checkpoint_timeout", "1h");

    /** What a quarter of an hour after the start or the coming night would do may not run beside what is measured. */
    private static final String PUT_OFF_JOBS =
            "update scheduled_tasks set execution_time = execution_time + interval '1 day'"
                    + " where not picked and execution_time > now() + interval '2 minutes'";

    private Owner() {}

    /** Sees all counties; triggers and foreign keys are not looked at, but for those that are always. */
    public static Connection connection(Map<String, String> settings) throws SQLException {
        String owner = settings.get("quarkus.flyway.username");
        Connection connection = DriverManager.getConnection(settings.get("quarkus.flyway.jdbc-url"), owner, owner);
        execute(connection, "set tianbo.county = '*'");
        execute(connection, "set session_replication_role = replica");
        execute(connection, "set synchronous_commit = off");
        execute(connection, "set work_mem = '128MB'");
        return connection;
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes something large, and leaves the tables as they would be by the next morning. */
    public static void fill(Connection connection, Filling filling) throws SQLException, InterruptedException {
        for (Map.Entry<String, String> setting : WHILE_FILLING.entrySet()) {
            execute(connection, "alter system set " + setting.getKey() + " = '" + setting.getValue() + "'");
        }
        execute(connection, "select pg_reload_conf()");
        execute(connection, PUT_OFF_JOBS);
        filling.fill();
        execute(connection, PUT_OFF_JOBS);
        execute(connection, "vacuum analyze");
        execute(connection, "checkpoint");
        for (String setting : WHILE_FILLING.keySet()) {
            execute(connection, "alter system reset " + setting);
        }
        execute(connection, "select pg_reload_conf()");
    }

    /** What is written. */
    public interface Filling {
        void fill() throws SQLException, InterruptedException;
    }

    /** Each of these one after the other, several of them at a time. */
    public static void atOnce(Map<String, String> settings, Collection<List<String>> work)
            throws SQLException, InterruptedException {
        Queue<List<String>> waiting = new ConcurrentLinkedQueue<>(work);
        Callable<Void> processor = () -> {
            try (Connection own = connection(settings)) {
                for (List<String> one = waiting.poll(); one != null; one = waiting.poll()) {
                    for (String statement : one) {
                        execute(own, statement);
                    }
                }
            }
            return null;
        };
        ExecutorService processors = Executors.newFixedThreadPool(PROCESSORS);
        try {
            for (Future<Void> one : processors.invokeAll(Collections.nCopies(PROCESSORS, processor))) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new SQLException("The rows could not be written", failed);
        } finally {
            processors.shutdownNow();
        }
    }
}
