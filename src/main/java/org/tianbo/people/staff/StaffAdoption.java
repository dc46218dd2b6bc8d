package org.tianbo.people.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.people.account.Accounts;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;

/**
 * Writes down staff whose accounts were made in Keycloak's own console, so that officers see and can end them; and has
 * accounts follow again whose job was tried as often as it may be.
 */
@ApplicationScoped
public class StaffAdoption implements Job {

    static final String NAME = "people.staff-adoption";

    private static final Logger LOG = Logger.getLogger(StaffAdoption.class);

    /** Whoever holds several is written down as what comes first. */
    private static final List<String> ROLES = List.of(Roles.OFFICER, Roles.COORDINATOR, Roles.MENTOR, Roles.AUDITOR);

    private final StaffRepository staff;
    private final Accounts accounts;
    private final Jobs jobs;
    private final CurrentCounty county;

    StaffAdoption(StaffRepository staff, Accounts accounts, Jobs jobs, CurrentCounty county) {
        this.staff = staff;
        this.accounts = accounts;
        this.jobs = jobs;
        this.county = county;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param id the county's */
    @Override
    public void run(String id) {
        QuarkusTransaction.requiringNew().run(this::followAgain);
        ROLES.forEach(role -> accounts.holding(role, county.id()).forEach(person -> adopt(person, role)));
    }

    /** Work that still waits stays the same work. */
    private void followAgain() {
        staff.pending().forEach(member -> jobs.enqueue(StaffAccountJob.NAME, StaffAccountJob.id(member), county.id()));
    }

    /** Somebody of the current county; whoever is known as staff already stays as they are. */
    public void adopt(UUID person, String role) {
        QuarkusTransaction.requiringNew().run(() -> staff.adopt(person, role));
    }

    /** The next night tries again. */
    @Override
    public void onExhausted(String id) {
        LOG.warnf("Staff of %s made in Keycloak could not be looked for", id);
    }
}
