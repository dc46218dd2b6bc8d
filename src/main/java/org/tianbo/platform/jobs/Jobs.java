package org.tianbo.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.CurrentCounty;

/** Hands work in within the caller's transaction, and does it on the replicas that are told to. */
@ApplicationScoped
public class Jobs {

    /** With five seconds first: eleven minutes at most between two tries. */
    private static final int MOST_DOUBLINGS = 7;

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private final JobsConfig config;
    private final Clock clock;
    private final JobRunner runner;
    private final List<Job> jobs;
    private final SchedulerClient client;
    private final Scheduler scheduler;

    Jobs(
            JobsConfig config,
            Clock clock,
            AgroalDataSource dataSource,
            JobRunner runner,
            @All List<Job> jobs,
            @All List<Repeated> rounds) {
        this.config = config;
        this.clock = clock;
        this.runner = runner;
        this.jobs = jobs;
        List<com.github.kagkarlsson.scheduler.task.Task<?>> tasks = new ArrayList<>();
        jobs.forEach(job -> tasks.add(task(job)));
        this.client = SchedulerClient.Builder.create(dataSource, tasks).build();
        this.scheduler = Scheduler.create(dataSource, tasks)
                .startTasks(rounds.stream().map(this::round).toList())
                .threads(config.threads())
                .pollingInterval(config.polling())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(4)
                .build();
    }

    /**
     * Hands in work; it is done only if the caller's transaction commits. The same job and id while it still waits is
     * the same work.
     *
     * @param job the {@link Job#name()}
     * @param county whose rows the work may see
     */
    public void enqueue(String job, String id, String county) {
        enqueue(job, id, county, clock.instant());
    }

    /** As {@link #enqueue(String, String, String)}, for work that is not due before that moment. */
    public void enqueue(String job, String id, String county, Instant due) {
        client.scheduleIfNotExists(
                TaskDescriptor.of(job, String.class).instance(id).data(county).scheduledTo(due));
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            scheduler.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (scheduler.getSchedulerState().isStarted()) {
            scheduler.stop();
        }
    }

    private RecurringTask<Void> round(Repeated round) {
        return Tasks.recurring(round.name(), Schedules.parseSchedule(round.schedule()))
                .execute((instance, context) -> runner.run(round));
    }

    private OneTimeTask<String> task(Job job) {
        return Tasks.oneTime(TaskDescriptor.of(job.name(), String.class))
                .onFailure((complete, operations) -> failed(job, complete, operations))
                .execute((instance, context) -> runner.run(job, instance.getId(), instance.getData()));
    }

    private void failed(Job job, ExecutionComplete complete, ExecutionOperations<String> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        String id = complete.getExecution().getId();
        Throwable cause = complete.getCause().orElse(null);
        if (failures >= config.tries() && !passes(cause)) {
            LOG.errorf(cause, "Job %s %s gave up after %d tries", job.name(), id, failures);
            // In this order: should we fall over in between, it gives up once more rather than never.
            runner.gaveUp(job, id, (String) complete.getExecution().taskInstance.getData());
            operations.remove();
            return;
        }
        Duration wait = config.firstRetry().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        LOG.warnf(cause, "Job %s %s failed, try %d, again in %s", job.name(), id, failures, wait);
        operations.reschedule(complete, clock.instant().plus(wait));
    }

    /** A store that is away or full for a while is nobody's fault: what waits for it goes on waiting. */
    private static boolean passes(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .anyMatch(one -> one instanceof Fault fault
                        && (fault.kind() == Fault.Kind.UNAVAILABLE || fault.kind() == Fault.Kind.NO_ROOM));
    }

    /** The request scope and the county around each run. */
    @ApplicationScoped
    static class JobRunner {

        private final CurrentCounty currentCounty;

        JobRunner(CurrentCounty currentCounty) {
            this.currentCounty = currentCounty;
        }

        @ActivateRequestContext
        void run(Job job, String id, String county) {
            currentCounty.run(county, () -> job.run(id));
        }

        @ActivateRequestContext
        void run(Repeated round) {
            currentCounty.run(CurrentCounty.ROOT, round::run);
        }

        @ActivateRequestContext
        void gaveUp(Job job, String id, String county) {
            currentCounty.run(county, () -> job.gaveUp(id));
        }
    }
}
