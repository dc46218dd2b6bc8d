package org.tianbo.media.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hibernate.Session;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.jobs.RecurringJob;

/** Each night hands in the recount of what is stored, a job for each county. */
@ApplicationScoped
class UsageReconciliationSchedule implements RecurringJob {

    private final Session entities;
    private final Jobs jobs;
    private final QuotaConfig config;

    UsageReconciliationSchedule(Session entities, Jobs jobs, QuotaConfig config) {
        this.entities = entities;
        this.jobs = jobs;
        this.config = config;
    }

    @Override
    public String name() {
        return "media.usage-check";
    }

    @Override
    public String schedule() {
        return config.usageCheck();
    }

    @Override
    @Transactional
    public void run() {
        NativeQueries.<String>ofOneColumn(entities, "select id from counties order by id")
                .getResultList()
                .forEach(county -> jobs.enqueue(UsageReconciliation.NAME, county, county));
    }
}
