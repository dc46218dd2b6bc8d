package org.tianbo.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.Patience;
import org.tianbo.testsupport.TianboServices;

/** A replica that stops hands its work back in time. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class JobsStopIT extends JobReplicas {

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
        assertThat(busy.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

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
        assertThat(busy.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

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
        assertThat(busy.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

        stopsInTime(stopping);

        assertThat(state(nightly.name())).isEqualTo("free, due, 0 failures");
        execute("delete from scheduled_tasks where task_name = ?", nightly.name());
    }

    private static void stopsInTime(Jobs replica) {
        long began = System.nanoTime();
        replica.stop(null);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
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
}
