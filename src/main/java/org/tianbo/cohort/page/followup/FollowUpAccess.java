package org.tianbo.cohort.page.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.tianbo.cohort.FollowUpRefused;
import org.tianbo.cohort.followup.Assignments;
import org.tianbo.cohort.followup.Visit;
import org.tianbo.people.People;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Who may visit whom and see what visitors told. */
@ApplicationScoped
class FollowUpAccess {

    private final Assignments assignments;
    private final People people;
    private final StaffVillages villages;
    private final SignedIn signedIn;

    FollowUpAccess(Assignments assignments, People people, StaffVillages villages, SignedIn signedIn) {
        this.assignments = assignments;
        this.people = people;
        this.villages = villages;
        this.signedIn = signedIn;
    }

    /** Whether the reader is of the county's office and looks after people there. */
    boolean ofOffice() {
        return signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
    }

    /** An auditor checks numbers; those who look after people have their phones. */
    boolean mayCall() {
        return ofOffice() || signedIn.is(Roles.MENTOR);
    }

    /** The office visits everybody, a mentor whom they mentor or were asked to visit. */
    boolean mayVisit(Assignments.Round round) {
        UUID reader = signedIn.id();
        return (ofOffice() && villages.sees(round.trainee()))
                || (signedIn.is(Roles.MENTOR)
                        && (assignments.isAssigned(round, reader) || people.mentors(reader, round.trainee())));
    }

    /** @throws Refused for somebody whom the reader may not visit */
    void requireVisitor(Assignments.Round round) {
        if (!mayVisit(round)) {
            // Whoever lives in none of a coordinator's villages is not there for them.
            throw ofOffice() ? FollowUpRefused.unknown() : FollowUpRefused.notYours();
        }
    }

    /**
     * A phone may have been without network while the visit was given to somebody else: who went before
     * that is heard for a while.
     *
     * @param on the day of the visit
     * @throws Refused for somebody whom the reader may not visit and was not to visit then
     */
    void requireVisitorThen(Assignments.Round round, LocalDate on) {
        if (!assignments.wasAssigned(round, signedIn.id(), on)) {
            requireVisitor(round);
        }
    }

    /** Whoever told of a visit adds its photos, also once somebody else is asked. */
    void requireTeller(Visit visit) {
        if (!visit.by().equals(signedIn.id())) {
            requireVisitor(new Assignments.Round(visit.cohort(), visit.trainee(), visit.round()));
        }
    }

    /** @throws Refused for somebody of whom the reader may not read */
    void requireReader(Assignments.Round round) {
        if (!signedIn.is(Roles.AUDITOR)) {
            requireVisitor(round);
        }
    }
}
