package org.tianbo.practice.phonelost;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.Job;

/** Finishes one attempt whose phone has been silent for days. */
@ApplicationScoped
class PhoneLostJob implements Job {

    static final String NAME = "phone-lost";

    private static final Logger LOG = Logger.getLogger(PhoneLostJob.class);

    private final PhoneLost phoneLost;

    PhoneLostJob(PhoneLost phoneLost) {
        this.phoneLost = phoneLost;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        phoneLost.finishAbandoned(UUID.fromString(id));
    }

    @Override
    public void onExhausted(String id) {
        LOG.errorf("Attempt %s is not finished without its phone; the next round tries again", id);
    }
}
