package org.tianbo.certification.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.tianbo.certification.criteria.CriteriaSettings;
import org.tianbo.people.People;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.settings.SettingChanged;

/**
 * Looks at every trainee of a county whose criteria changed: whoever meets them now is ready without having to do
 * something more first. Whoever was ready before, or holds a certificate, stays so.
 */
@ApplicationScoped
class CriteriaChangedJob implements Job {

    private static final Logger LOG = Logger.getLogger(CriteriaChangedJob.class);
    private static final String NAME = "certification.criteria-changed";
    private static final int AT_ONCE = 500;

    /** Until then whichever replica runs the job knows the new criteria. */
    private static final Duration KNOWN_EVERYWHERE_AFTER = Duration.ofSeconds(2);

    private final Certification certification;
    private final People people;
    private final Jobs jobs;

    CriteriaChangedJob(Certification certification, People people, Jobs jobs) {
        this.certification = certification;
        this.people = people;
        this.jobs = jobs;
    }

    void changed(@Observes SettingChanged changed) {
        if (changed.key().equals(CriteriaSettings.KEY)) {
            jobs.enqueue(
                    NAME,
                    changed.at().toString(),
                    changed.county(),
                    changed.at().plus(KNOWN_EVERYWHERE_AFTER));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        KeysetPages.forEachRow(after -> people.idsAfter(after, AT_ONCE), certification::evaluate);
    }

    /** Each trainee is looked at again with the next lesson or review. */
    @Override
    public void onExhausted(String id) {
        LOG.errorf("Not everybody was measured by the new criteria: %s", id);
    }
}
