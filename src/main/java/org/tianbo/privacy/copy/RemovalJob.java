package org.tianbo.privacy.copy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.Job;

/** Removes a copy once its time is over, or a later one takes its place. */
@ApplicationScoped
class RemovalJob implements Job {

    static final String NAME = "privacy.copy-removal";

    private static final Logger LOG = Logger.getLogger(RemovalJob.class);

    private final DataCopies copies;

    RemovalJob(DataCopies copies) {
        this.copies = copies;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param id of the copy, perhaps with a word behind a slash that tells two times of one removal apart */
    @Override
    public void run(String id) {
        copies.end(copy(id));
    }

    @Override
    public void onExhausted(String id) {
        LOG.errorf("Copy %s is still stored; nobody can fetch it once its time is over", copy(id));
    }

    private static UUID copy(String id) {
        return UUID.fromString(id.replaceFirst("/.*", ""));
    }
}
