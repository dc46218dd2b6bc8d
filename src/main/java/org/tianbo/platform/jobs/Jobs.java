package org.tianbo.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.CurrentCounty;

/** Schedules work within the caller's transaction, and runs it on the replicas that have the worker role. */
@ApplicationScoped
public class Jobs {

    /** With five seconds first: eleven minutes at most between two tries. */
    private static final int MOST_DOUBLINGS = 7;

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private final JobsConfig config;
    private final Clock clock;
    private final JobRunner runner;
    private final SchedulerClient client;
    private final WorkerPool light;
    private final WorkerPool video;
    private final WorkerPool outside;
    private final Set<String> waiting;

    Jobs(
            JobsConfig config,
            Clock clock,
            AgroalDataSource dataSource,
            JobRunner runner,
            @All List<Job> jobs,
            @All List<RecurringJob> rounds) {
        this.config = config;
        this.clock = clock;
        this.runner = runner;
        this.light = new WorkerPool(dataSource, config);
        this.video = new WorkerPool(dataSource, config);
        this.outside = new WorkerPool(dataSource, config);
        List<Task<?>> lightTasks = tasks(jobs, Job.Pool.LIGHT, light);
        List<Task<?>> videoTasks = tasks(jobs, Job.Pool.VIDEO, video);
        List<Task<?>> outsideTasks = tasks(jobs, Job.Pool.OUTSIDE, outside);
        List<Task<?>> all = new ArrayList<>(lightTasks);
        all.addAll(videoTasks);
        all.addAll(outsideTasks);
        this.client =
                SchedulerClient.Builder.create(dataSource, all).enablePriority().build();
        this.waiting = jobs.stream().filter(Job::canWait).map(Job::name).collect(Collectors.toSet());
        this.light.build(lightTasks, rounds.stream().map(this::round).toList(), config.threads());
        this.video.build(videoTasks, List.of(), config.videoThreads());
        this.outside.build(outsideTasks, List.of(), config.outsideThreads());
    }

    /**
     * Hands in work; it is done only if the caller's transaction commits. The same job, county and id while it still
     * waits is the same work.
     *
     * @param job the {@link Job#name()}
     * @param county whose rows the work may see
     */
    public void enqueue(String job, String id, String county) {
        enqueue(job, id, county, clock.instant());
    }

    /** As {@link #enqueue(String, String, String)}, for work that is not due before so long from now. */
    void enqueueIn(Duration wait, String job, String id, String county) {
        enqueue(job, id, county, clock.instant().plus(wait));
    }

    /** As {@link #enqueue(String, String, String)}, for work that is not due before that moment. */
    public void enqueue(String job, String id, String county, Instant due) {
        client.scheduleIfNotExists(TaskDescriptor.of(job, String.class)
                .instance(county + "/" + id)
                .data(county)
                .priority(waiting.contains(job) ? Priority.LOW : Priority.MEDIUM)
                .scheduledTo(due));
    }

    /** Whether this replica does the work; else it only hands it in. */
    public boolean runHere() {
        return config.enabled();
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            light.start();
            video.start();
            outside.start();
        }
    }

    /** Returns within five seconds. Work that has not ended by then is free for another replica. */
    void stop(@Observes ShutdownEvent stopping) {
        Thread videoStops = new Thread(video::stop, "video-jobs-stop");
        videoStops.start();
        Thread outsideStops = new Thread(outside::stop, "outside-jobs-stop");
        outsideStops.start();
        light.stop();
        try {
            videoStops.join();
            outsideStops.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Task<?>> tasks(List<Job> jobs, Job.Pool pool, WorkerPool workers) {
        List<Task<?>> tasks = new ArrayList<>();
        jobs.stream().filter(job -> job.pool() == pool).forEach(job -> tasks.add(task(job, workers)));
        return tasks;
    }

    private RecurringTask<Void> round(RecurringJob round) {
        Schedule schedule = Schedules.parseSchedule(round.schedule());
        FailureHandler<Void> next = new FailureHandler.OnFailureReschedule<>(schedule);
        return Tasks.recurring(round.name(), schedule)
                .onFailure((complete, operations) -> {
                    if (!light.handsBack(complete)) {
                        next.onFailure(complete, operations);
                    }
                })
                .execute((instance, context) -> runner.run(round));
    }

    private OneTimeTask<String> task(Job job, WorkerPool workers) {
        return Tasks.oneTime(TaskDescriptor.of(job.name(), String.class))
                .onFailure((complete, operations) -> {
                    if (!workers.handsBack(complete)) {
                        failed(job, complete, operations);
                    }
                })
                .execute((instance, context) -> runner.run(job, idOf(instance), instance.getData()));
    }

    private void failed(Job job, ExecutionComplete complete, ExecutionOperations<String> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        String name = complete.getExecution().getId();
        Throwable cause = complete.getCause().orElse(null);
        if (failures >= (passes(cause) ? config.triesWhileAway() : config.tries())) {
            LOG.errorf(cause, "Job %s %s gave up after %d tries", job.name(), name, failures);
            // In this order: after a crash in between, onExhausted runs once more instead of never.
            TaskInstance<?> instance = complete.getExecution().taskInstance;
            runner.exhausted(job, idOf(instance), (String) instance.getData());
            operations.remove();
            return;
        }
        Duration wait = config.firstRetry().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        LOG.warnf(cause, "Job %s %s failed, try %d, again in %s", job.name(), name, failures, wait);
        operations.reschedule(complete, clock.instant().plus(wait));
    }

    /** The name a piece of work has within its county. Work handed in by an earlier version has no county in front. */
    private static String idOf(TaskInstance<?> instance) {
        String prefix = instance.getData() + "/";
        String name = instance.getId();
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /**
     * Storage that is away or full for a while, or a busy machine, is nobody's fault: what waits for it waits for about
     * a day.
     */
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
        void run(RecurringJob round) {
            currentCounty.run(CurrentCounty.ROOT, round::run);
        }

        @ActivateRequestContext
        void exhausted(Job job, String id, String county) {
            currentCounty.run(county, () -> job.onExhausted(id));
        }
    }
}
