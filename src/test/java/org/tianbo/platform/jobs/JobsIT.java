package org.tianbo.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;

/** Replicas of its own beside the application's, on the same real table; no other test's work is known to them. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class JobsIT {

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Jobs.JobRunner runner;

    @Inject
    CurrentCounty county;

    @Inject
    Clock clock;

    private final List<Jobs> started = new ArrayList<>();

    @AfterEach
    void stopAll() {
        started.forEach(replica -> replica.stop(null));
    }

    @Test
    void theSameIdInTwoCountiesIsTwoPiecesOfWork() throws Exception {
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        Work work = Work.light(id -> done.add(county.id() + " " + id));
        Jobs replica = start(work);

        replica.enqueue(work.name(), "same", "fengcheng");
        replica.enqueue(work.name(), "same", "zhenping");

        assertThat(List.of(next(done), next(done))).containsExactlyInAnyOrder("fengcheng same", "zhenping same");
    }

    @Test
    void workOfAnEarlierVersionWhoseNameHasNoCountyIsDone() throws Exception {
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        Work work = Work.light(id -> done.add(county.id() + " " + id));
        Jobs replica = start(work);
        replica.enqueue(work.name(), "old", "fengcheng", clock.instant().plusSeconds(3600));

        execute(
                "update scheduled_tasks set task_instance = 'old', execution_time = now() where task_name = ?",
                work.name());

        assertThat(next(done)).isEqualTo("fengcheng old");
    }

    @Test
    void videosKeepNoLightWorkWaiting() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        Work video = new Work(Job.Pool.VIDEO, id -> {
            busy.countDown();
            await(end);
        });
        Work light = Work.light(done::add);
        Jobs replica = start(video, light);
        for (int number = 0; number < 5; number++) {
            replica.enqueue(video.name(), "v" + number, "fengcheng");
        }
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

        replica.enqueue(light.name(), "card", "fengcheng");

        assertThat(next(done)).isEqualTo("card");
        end.countDown();
    }

    @Test
    void aReplicaThatStopsHandsItsWorkBackWithinFiveSecondsAndWithoutBlame() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch minutesLater = new CountDownLatch(1);
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        Work encodes = new Work(Job.Pool.VIDEO, id -> {
            busy.countDown();
            await(minutesLater);
        });
        Jobs stopping = start(encodes);
        stopping.enqueue(encodes.name(), "attempt", "fengcheng");
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

        stopsInTime(stopping);

        assertThat(state(encodes.name())).isEqualTo("free, due, 0 failures");
        start(new Work(encodes.name(), Job.Pool.VIDEO, done::add));
        assertThat(next(done)).isEqualTo("attempt");
    }

    @Test
    void workThatHeedsNoInterruptIsHandedBackToo() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Work deaf = Work.light(id -> {
            busy.countDown();
            awaitWhateverComes(end);
        });
        Jobs stopping = start(deaf);
        stopping.enqueue(deaf.name(), "deaf", "fengcheng");
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

        stopsInTime(stopping);

        assertThat(state(deaf.name())).isEqualTo("free, due, 0 failures");
        end.countDown();
        execute("delete from scheduled_tasks where task_name = ?", deaf.name());
    }

    @Test
    void aRoundThatTheStopInterruptsIsNotPutOffToTheNextNight() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch minutesLater = new CountDownLatch(1);
        Nightly nightly = new Nightly(() -> {
            busy.countDown();
            await(minutesLater);
        });
        Jobs stopping = start(List.of(), List.of(nightly));
        execute("update scheduled_tasks set execution_time = now() where task_name = ?", nightly.name());
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

        stopsInTime(stopping);

        assertThat(state(nightly.name())).isEqualTo("free, due, 0 failures");
        execute("delete from scheduled_tasks where task_name = ?", nightly.name());
    }

    private static void stopsInTime(Jobs replica) {
        long began = System.nanoTime();
        replica.stop(null);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    private Jobs start(Work... works) {
        return start(List.of(works), List.of());
    }

    private Jobs start(List<Job> works, List<RecurringJob> rounds) {
        Jobs replica = new Jobs(new Quick(), clock, dataSource, runner, works, rounds);
        replica.start(null);
        started.add(replica);
        return replica;
    }

    private static String next(BlockingQueue<String> done) throws InterruptedException {
        return done.poll(20, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void awaitWhateverComes(CountDownLatch end) {
        boolean ended = false;
        while (!ended) {
            try {
                end.await();
                ended = true;
            } catch (InterruptedException unheeded) {
                Thread.yield();
            }
        }
    }

    private String state(String task) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        """
                        select case when picked then 'picked' else 'free' end || ', '
                            || case when execution_time <= now() then 'due' else 'later' end || ', '
                            || coalesce(consecutive_failures, 0) || ' failures'
                        from scheduled_tasks where task_name = ?""")) {
            query.setString(1, task);
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private void execute(String sql, String task) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, task);
            statement.execute();
        }
    }

    private record Work(String name, Pool pool, Consumer<String> what) implements Job {

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

    private record Nightly(String name, Runnable what) implements RecurringJob {

        Nightly(Runnable what) {
            this("test." + UUID.randomUUID(), what);
        }

        @Override
        public String schedule() {
            return "DAILY|03:30|Asia/Shanghai";
        }

        @Override
        public void run() {
            what.run();
        }
    }

    private record Quick() implements JobsConfig {

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
