package org.tianbo.people.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.Job;

/** Has a member's account follow where that could not be done at once: Keycloak was away, or the process stopped. */
@ApplicationScoped
class StaffAccountJob implements Job {

    static final String NAME = "people.staff-account";

    private static final Logger LOG = Logger.getLogger(StaffAccountJob.class);

    private final StaffAccountUpdate update;

    StaffAccountJob(StaffAccountUpdate update) {
        this.update = update;
    }

    /** Each decision has work of its own: work that is just ending does not stand in the way of the next. */
    static String id(StaffMember member) {
        return member.person + " " + member.version;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param id the person's, and the version that was decided */
    @Override
    public void run(String id) {
        update.follow(person(id));
    }

    /** The list of staff shows that the account is not ready. */
    @Override
    public void onExhausted(String id) {
        LOG.errorf("Keycloak did not take over what was decided about %s", person(id));
    }

    private static UUID person(String id) {
        return UUID.fromString(id.substring(0, id.indexOf(' ')));
    }
}
