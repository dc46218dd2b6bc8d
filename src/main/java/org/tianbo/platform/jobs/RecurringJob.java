package org.tianbo.platform.jobs;

/** Work that comes round by itself, over all counties, on one replica at a time. Implementations are beans. */
public interface RecurringJob {

    /** The name under which the next round is kept. */
    String name();

    /**
     * When, as db-scheduler writes it: {@code FIXED_DELAY|300s}, {@code DAILY|03:30|Asia/Shanghai}; {@code -} is never.
     */
    String schedule();

    /** One round. Rows of every county can be seen; an exception is logged, and the next round comes as planned. */
    void run();
}
