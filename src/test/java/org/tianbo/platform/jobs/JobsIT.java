package org.tianbo.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.Patience;
import org.tianbo.testsupport.TianboServices;

/** Replicas of its own beside the application's, on the same real table; no other test's work is known to them. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class JobsIT extends JobReplicas {

    @Inject
    CurrentCounty county;

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
    void whatCanWaitLetsWorkGoFirstThatCameLater() throws Exception {
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        Job recording = new Work(Job.Pool.VIDEO, done::add);
        Job copies = new Patient(new Work(Job.Pool.VIDEO, done::add));
        Jobs handsIn = new Jobs(new Quick(), clock, dataSource, runner, List.of(recording, copies), List.of());
        for (int number = 0; number < 3; number++) {
            handsIn.enqueue(
                    copies.name(),
                    "copies " + number,
                    "fengcheng",
                    clock.instant().minusSeconds(60 - number));
        }
        handsIn.enqueue(recording.name(), "recording", "fengcheng");

        start(List.of(recording, copies), List.of());

        assertThat(List.of(next(done), next(done), next(done), next(done)))
                .containsExactly("recording", "copies 0", "copies 1", "copies 2");
    }

    /** Lets other work go first. */
    private record Patient(Job work) implements Job {

        @Override
        public String name() {
            return work.name();
        }

        @Override
        public Pool pool() {
            return work.pool();
        }

        @Override
        public boolean canWait() {
            return true;
        }

        @Override
        public void run(String id) {
            work.run(id);
        }

        @Override
        public void onExhausted(String id) {
            work.onExhausted(id);
        }
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
        assertThat(busy.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

        replica.enqueue(light.name(), "card", "fengcheng");

        assertThat(next(done)).isEqualTo("card");
        end.countDown();
    }
}
