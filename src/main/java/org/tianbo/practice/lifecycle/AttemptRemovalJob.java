package org.tianbo.practice.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Deletes whatever is stored of an attempt that its trainee deleted. Its rows are gone by then, so nothing new can be
 * stored.
 */
@ApplicationScoped
class AttemptRemovalJob implements Job {

    static final String NAME = "attempt-removal";

    private static final Logger LOG = Logger.getLogger(AttemptRemovalJob.class);

    private final Media media;
    private final CurrentCounty county;

    AttemptRemovalJob(Media media, CurrentCounty county) {
        this.media = media;
        this.county = county;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        // Should this stop half-way, the next run deletes the rest: an object that is gone already is no fault.
        media.sizes("%s/attempts/%s".formatted(county.id(), id)).keySet().forEach(media::delete);
        LOG.infof("Attempt %s was deleted by its trainee; nothing of it is stored any more", id);
    }

    @Override
    public void onExhausted(String id) {
        LOG.errorf("Attempt %s was deleted by its trainee, but some of its bytes are still stored", id);
    }
}
