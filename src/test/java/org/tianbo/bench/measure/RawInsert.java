package org.tianbo.bench.measure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tianbo.platform.data.Ids;

/** The floor of the sync: rows of the same shape, batched over plain JDBC into the same server. */
public final class RawInsert {

    private RawInsert() {}

    public static double rowsPerSecond(String url, String user, int connections, int batch, int seconds)
            throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(url + "?reWriteBatchedInserts=true", user, user);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    create table if not exists bench_rows (county text not null, id uuid not null, person uuid not null,
                        device text not null, type text not null, at timestamptz not null,
                        received_at timestamptz not null, data jsonb not null, primary key (county, id))
                    """);
        }
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            inserted(threads, url, user, connections, batch, 2);
            return (double) inserted(threads, url, user, connections, batch, seconds) / seconds;
        } finally {
            threads.shutdown();
        }
    }

    private static long inserted(
            ExecutorService threads, String url, String user, int connections, int batch, int seconds)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        List<Future<Long>> counts = new ArrayList<>();
        for (int index = 0; index < connections; index++) {
            counts.add(threads.submit(() -> insertUntil(deadline, url, user, batch)));
        }
        long sum = 0;
        for (Future<Long> count : counts) {
            try {
                sum += count.get();
            } catch (ExecutionException failed) {
                throw new SQLException("The raw insert failed", failed);
            }
        }
        return sum;
    }

    private static long insertUntil(long deadline, String url, String user, int batch) throws SQLException {
        long rows = 0;
        UUID person = Ids.next();
        Timestamp now = Timestamp.from(Clock.systemUTC().instant());
        try (Connection connection = DriverManager.getConnection(url + "?reWriteBatchedInserts=true", user, user);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into bench_rows values ('fengcheng', ?, ?, 'bench', 'lesson.opened', ?, ?, "
                                + "?::jsonb)")) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < deadline) {
                for (int index = 0; index < batch; index++) {
                    insert.setObject(1, Ids.next());
                    insert.setObject(2, person);
                    insert.setTimestamp(3, now);
                    insert.setTimestamp(4, now);
                    insert.setString(5, "{\"lesson\":\"bench\",\"version\":\"bench\"}");
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
                rows += batch;
            }
        }
        return rows;
    }
}
