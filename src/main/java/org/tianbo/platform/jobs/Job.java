package org.tianbo.platform.jobs;

/** A kind of work. Implementations are beans; they must bear being run again after a crash half-way. */
public interface Job {

    /** Which threads do the work. */
    enum Pool {
        LIGHT,
        VIDEO,
        /** What waits for machines of others, which may be slow. */
        OUTSIDE
    }

    /** The name under which work is kept; never change it while work is waiting. */
    String name();

    /** {@link Pool#VIDEO} for what keeps a processor busy for minutes. */
    default Pool pool() {
        return Pool.LIGHT;
    }

    /** Whether all other work of its pool that is due goes first, however long this has been waiting. */
    default boolean canWait() {
        return false;
    }

    /**
     * Does the work for one thing, as the county that enqueued it. An exception means: later again. A replica that
     * stops interrupts its threads; work that ends by that is done by another replica from the beginning.
     *
     * @param id the name of the thing within the county
     */
    void run(String id);

    /** Called when the work was tried as often as it may be; the job says so where a person will see it. */
    void onExhausted(String id);
}
