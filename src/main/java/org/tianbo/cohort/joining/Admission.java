package org.tianbo.cohort.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.people.People;
import org.tianbo.people.PersonDetails;
import org.tianbo.people.PersonEdits;
import org.tianbo.people.PersonUnknown;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.error.Refused;

/** Takes one person into a class, by hand: wholly or not at all. */
@ApplicationScoped
public class Admission {

    private final Cohorts cohorts;
    private final PersonEdits edits;
    private final People people;
    private final StaffVillages villages;

    Admission(Cohorts cohorts, PersonEdits edits, People people, StaffVillages villages) {
        this.cohorts = cohorts;
        this.edits = edits;
        this.people = people;
        this.villages = villages;
    }

    /**
     * Who comes.
     *
     * @param id of the person to be, where they are new
     * @param known the one of the county's people who it is; empty where nobody was pointed at
     * @param details of somebody new
     * @param idNumber of somebody new, who is found again by it; empty where none was given
     */
    public record Newcomer(UUID id, Optional<UUID> known, PersonDetails details, Optional<String> idNumber) {}

    /**
     * Adds them, or finds them again, and enrols them; who had left the class is in it again.
     *
     * @param note where it stands that they were enrolled
     * @return whom it brought into the class
     * @throws PersonUnknown when nobody of that id is there for whoever is signed in
     * @throws Refused when the identity number is that of somebody whom they do not see, or of staff
     */
    @Transactional
    public UUID admit(UUID cohort, Newcomer newcomer, String note, Consent consent, UUID by) {
        edits.hold();
        cohorts.require(cohort);
        newcomer.known().ifPresent(this::refuseUnseen);
        UUID person =
                newcomer.known().orElseGet(() -> edits.add(newcomer.id(), newcomer.details(), newcomer.idNumber(), by));
        if (!villages.sees(person)) {
            throw CohortRefused.because("idNumber", "cohort.person-of-another-village");
        }
        if (people.isStaff(person)) {
            throw CohortRefused.because("idNumber", "cohort.person-is-staff");
        }
        cohorts.enrol(
                cohort,
                Map.of(
                        person,
                        new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, note.isEmpty() ? person.toString() : note)),
                consent);
        cohorts.comeBack(cohort, person);
        return person;
    }

    private void refuseUnseen(UUID known) {
        edits.of(known);
        if (!villages.sees(known)) {
            throw new PersonUnknown();
        }
    }
}
