package org.tianbo.platform.jobs;

/** A kind of work. Implementations are beans; they must bear being run again after a crash half-way. */
public interface Job {

    /** The name under which work is kept; never change it while work is waiting. */
    String name();

    /** Does the work for one thing, as the county that enqueued it. An exception means: later again. */
    void run(String id);

    /** Called when the work was tried as often as it may be; the job says so where a person will see it. */
    void gaveUp(String id);
}
