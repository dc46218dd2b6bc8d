package org.tianbo.platform.jobs;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.tianbo.testsupport.Patience;

/** Replicas that do work, started and stopped by the tests of jobs. */
abstract class JobReplicas {

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Jobs.JobRunner runner;

    @Inject
    Clock clock;

    final List<Jobs> started = new ArrayList<>();

    @AfterEach
    void stopAll() {
        started.forEach(replica -> replica.stop(null));
    }

    Jobs start(Work... works) {
        return start(List.of(works), List.of());
    }

    Jobs start(List<Job> works, List<RecurringJob> rounds) {
        Jobs replica = new Jobs(new Quick(), clock, dataSource, runner, works, rounds);
        replica.start(null);
        started.add(replica);
        return replica;
    }

    static String next(BlockingQueue<String> done) throws InterruptedException {
        return done.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
    }

    static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    void execute(String sql, String task) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, task);
            statement.execute();
        }
    }

    record Work(String name, Pool pool, Consumer<String> what) implements Job {

        Work(Pool pool, Consumer<String> what) {
            this("test." + UUID.randomUUID(), pool, what);
        }

        static Work light(Consumer<String> what) {
            return new Work(Pool.LIGHT, what);
        }

        @Override
        public void run(String id) {
            what.accept(id);
        }

        @Override
        public void onExhausted(String id) {
            throw new AssertionError("Nothing here may fail for good");
        }
    }

    record Quick() implements JobsConfig {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public int videoThreads() {
            return 1;
        }

        @Override
        public int outsideThreads() {
            return 1;
        }

        @Override
        public Duration polling() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration stopGrace() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration firstRetry() {
            return Duration.ofHours(1);
        }

        @Override
        public int tries() {
            return 6;
        }

        @Override
        public int triesWhileAway() {
            return 8;
        }
    }
}
