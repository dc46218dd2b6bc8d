package org.tianbo.platform.jobs;

/** Work that runs on a schedule, over all counties, on one replica at a time. Implementations are beans. */
public interface RecurringJob {

    /** The name under which the next run is stored. */
    String name();

    /**
     * When, as db-scheduler writes it: {@code FIXED_DELAY|300s}, {@code DAILY|03:30|Asia/Shanghai}; {@code -} is never.
     */
    String schedule();

    /** One run. It can see the rows of every county; an exception is logged, and the next run happens as planned. */
    void run();
}
