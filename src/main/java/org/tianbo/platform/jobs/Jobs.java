package org.tianbo.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.tianbo.platform.security.CurrentCounty;

/** Hands work in within the caller's transaction, and does it on the replicas that are told to. */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private final JobsConfig config;
    private final Clock clock;
    private final JobRunner runner;
    private final List<Job> jobs;
    private final SchedulerClient client;
    private final Scheduler scheduler;

    Jobs(JobsConfig config, Clock clock, AgroalDataSource dataSource, JobRunner runner, @All List<Job> jobs) {
        this.config = config;
        this.clock = clock;
        this.runner = runner;
        this.jobs = jobs;
        List<com.github.kagkarlsson.scheduler.task.Task<?>> tasks = new ArrayList<>();
        jobs.forEach(job -> tasks.add(task(job)));
        this.client = SchedulerClient.Builder.create(dataSource, tasks).build();
        this.scheduler = Scheduler.create(dataSource, tasks)
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
        enqueue(job, id, county, Duration.ZERO);
    }

    /** As {@link #enqueue(String, String, String)}, for work that is not done before so long from now. */
    public void enqueue(String job, String id, String county, Duration wait) {
        client.scheduleIfNotExists(TaskDescriptor.of(job, String.class)
                .instance(id)
                .data(county)
                .scheduledTo(clock.instant().plus(wait)));
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled() && !jobs.isEmpty()) {
            scheduler.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (scheduler.getSchedulerState().isStarted()) {
            scheduler.stop();
        }
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
        if (failures >= config.tries()) {
            LOG.errorf(cause, "Job %s %s gave up after %d tries", job.name(), id, failures);
            operations.remove();
            runner.gaveUp(job, id, (String) complete.getExecution().taskInstance.getData());
            return;
        }
        Duration wait = config.firstRetry().multipliedBy(1L << (failures - 1));
        LOG.warnf(cause, "Job %s %s failed, try %d, again in %s", job.name(), id, failures, wait);
        operations.reschedule(complete, clock.instant().plus(wait));
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
        void gaveUp(Job job, String id, String county) {
            currentCounty.run(county, () -> job.gaveUp(id));
        }
    }
}
