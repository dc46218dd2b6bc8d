package org.tianbo.cohort.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.people.Cards;
import org.tianbo.people.Mentorships;
import org.tianbo.platform.jobs.Job;

/**
 * What the old county does once somebody has arrived: they leave its classes, which keep them in their numbers, their
 * mentors are free, and their card stops working. Run again it finds less to do.
 */
@ApplicationScoped
class DepartureJob implements Job {

    static final String NAME = "cohort.departure";

    private static final Logger LOG = Logger.getLogger(DepartureJob.class);

    private final TransferTable table;
    private final ClassRegister classes;
    private final Cohorts cohorts;
    private final Mentorships mentorships;
    private final Cards cards;

    DepartureJob(TransferTable table, ClassRegister classes, Cohorts cohorts, Mentorships mentorships, Cards cards) {
        this.table = table;
        this.classes = classes;
        this.cohorts = cohorts;
        this.mentorships = mentorships;
        this.cards = cards;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        table.one(UUID.fromString(id)).filter(Transfer::isAccepted).ifPresent(this::leave);
    }

    /** The next night tries again. */
    @Override
    public void onExhausted(String id) {
        LOG.errorf("The card of whoever left by transfer %s could not be withdrawn", id);
    }

    private void leave(Transfer one) {
        UUID person = one.person().orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> {
            classes.classesOf(person).forEach(cohort -> cohorts.leave(cohort, person, "→ " + one.otherZh()));
            mentorships
                    .ofTrainees(List.of(person))
                    .getOrDefault(person, List.of())
                    .forEach(mentor -> mentorships.unassign(person, mentor, person));
        });
        cards.withdraw(person);
        QuarkusTransaction.requiringNew().run(() -> table.left(one.id()));
        LOG.infof("%s left for %s", person, one.other());
    }
}
