package org.tianbo.platform.jobs;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Threads of their own for some kinds of work, so that a minute of video never holds up a second of anything else. All
 * pools share one table: what a pool does not know belongs to another pool, or to a newer version on another replica.
 */
final class WorkerPool {

    /** db-scheduler deletes what it does not know for so long; here that is the other pool's work. */
    private static final Duration UNKNOWN_WORK_RETENTION = Duration.ofDays(36_500);

    private static final int MISSED_HEARTBEATS = 4;

    private static final Logger LOG = Logger.getLogger(WorkerPool.class);

    private final DataSource dataSource;
    private final JobsConfig config;
    private Scheduler scheduler;

    WorkerPool(DataSource dataSource, JobsConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    void build(List<Task<?>> tasks, List<RecurringTask<Void>> recurring, int threads) {
        scheduler = Scheduler.create(dataSource, tasks)
                .startTasks(recurring)
                .threads(threads)
                // What can wait does; each look at the table puts what is due in order anew.
                .enablePriority()
                .pollingInterval(config.polling())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(UNKNOWN_WORK_RETENTION)
                .shutdownMaxWait(config.stopGrace())
                .build();
    }

    void start() {
        scheduler.start();
    }

    /** Waits for running work, interrupts it, and finally hands back work that did not react to the interrupt. */
    void stop() {
        if (scheduler.getSchedulerState().isStarted()) {
            scheduler.stop();
            scheduler.getCurrentlyExecuting().stream()
                    .map(CurrentlyExecuting::getExecution)
                    .forEach(this::handBack);
        }
    }

    /**
     * @return whether the work ended because this replica stops: then it is free for another one, and has not failed
     */
    boolean handsBack(ExecutionComplete ended) {
        boolean stopping = scheduler.getSchedulerState().isShuttingDown();
        if (stopping) {
            handBack(ended.getExecution());
        }
        return stopping;
    }

    private void handBack(Execution execution) {
        // The thread was interrupted to end its work; waiting for a connection would fail for the same interrupt.
        Thread.interrupted();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        """
                        update scheduled_tasks
                        set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where task_name = ? and task_instance = ? and version = ? and picked""")) {
            update.setString(1, execution.taskInstance.getTaskName());
            update.setString(2, execution.taskInstance.getId());
            update.setLong(3, execution.version);
            if (update.executeUpdate() == 1) {
                LOG.infof("Job %s is handed back", execution.taskInstance.getTaskAndInstance());
            }
        } catch (SQLException failed) {
            LOG.errorf(
                    failed,
                    "Job %s is free only after %s without a heartbeat",
                    execution.taskInstance.getTaskAndInstance(),
                    config.heartbeat().multipliedBy(MISSED_HEARTBEATS));
        }
    }
}
