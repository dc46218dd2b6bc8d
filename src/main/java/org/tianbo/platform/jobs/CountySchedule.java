package org.tianbo.platform.jobs;

import java.time.Duration;

/** Enqueues a job for each county on a schedule; the county is both the name of the work and whose rows it may see. */
public abstract class CountySchedule implements RecurringJob {

    private final String name;
    private final String schedule;
    private final String job;
    private final CountyIds counties;
    private final Jobs jobs;

    /**
     * @param name the name under which the next run is stored
     * @param schedule as {@link RecurringJob#schedule} has it
     * @param job the {@link Job#name()}
     */
    protected CountySchedule(String name, String schedule, String job, CountyIds counties, Jobs jobs) {
        this.name = name;
        this.schedule = schedule;
        this.job = job;
        this.counties = counties;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String schedule() {
        return schedule;
    }

    @Override
    public void run() {
        alsoIn(Duration.ZERO);
    }

    /** Enqueues the job of each county once more, not due before so long from now: for a while after a start. */
    protected void alsoIn(Duration wait) {
        counties.ids().forEach(county -> jobs.enqueueIn(wait, job, county, county));
    }
}
