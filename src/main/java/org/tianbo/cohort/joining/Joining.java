package org.tianbo.cohort.joining;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.people.Counties;
import org.tianbo.people.PersonDetails;
import org.tianbo.people.PersonEdits;
import org.tianbo.people.PersonEdits.PersonRefused;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;

/**
 * What somebody without an account does: look at the class a poster leads to, and ask to join it. They learn nothing of
 * anybody the county has, not even whether it has them.
 */
@ApplicationScoped
public class Joining {

    /** So many who wait are a week of work; more are no class. */
    static final int MOST_WAITING = 500;

    private final DoorRepository doors;
    private final RequestRepository requests;
    private final JoinLinks links;
    private final JoinPace pace;
    private final Cohorts cohorts;
    private final Counties counties;
    private final PersonEdits people;
    private final CurrentCounty current;
    private final Clock clock;

    Joining(
            DoorRepository doors,
            RequestRepository requests,
            JoinLinks links,
            JoinPace pace,
            Cohorts cohorts,
            Counties counties,
            PersonEdits people,
            CurrentCounty current,
            Clock clock) {
        this.doors = doors;
        this.requests = requests;
        this.links = links;
        this.pace = pace;
        this.cohorts = cohorts;
        this.counties = counties;
        this.people = people;
        this.current = current;
        this.clock = clock;
    }

    /** The class with its first and last day, its county's names, and the villages one can be of. */
    public record Invitation(
            String className,
            LocalDate from,
            LocalDate to,
            Counties.CountyView county,
            List<PersonEdits.VillageChoice> villages) {}

    /** @throws Refused for a code that is closed or never was */
    @Transactional(Transactional.TxType.NEVER)
    public Invitation look(String county, String token) {
        UUID door = links.door(county, token).orElseThrow(JoinRefused::closed);
        return current.as(
                county, () -> QuarkusTransaction.requiringNew().call(() -> invitation(county, open(door).cohort)));
    }

    private Invitation invitation(String county, UUID cohort) {
        CohortView view = cohorts.cohort(cohort);
        return new Invitation(
                view.name(),
                view.from(),
                view.to(),
                counties.county(county).orElseThrow(JoinRefused::closed),
                people.villages());
    }

    /**
     * Asks to join. The same again, also while the first still waits, is the same as once.
     *
     * @param id names the request
     * @param network from where it comes, for counting
     * @throws PersonRefused naming each field that does not fit
     * @throws Refused for a code that is closed, or when too many ask
     */
    @Transactional(Transactional.TxType.NEVER)
    public void ask(String county, String token, UUID id, PersonDetails typed, boolean consents, String network) {
        UUID door = links.door(county, token).orElseThrow(JoinRefused::closed);
        current.run(county, () -> QuarkusTransaction.requiringNew().run(() -> {
            ClassDoor opened = open(door);
            PersonDetails details = checked(typed, consents);
            pace.ask(network);
            store(opened, id, details);
        }));
    }

    private ClassDoor open(UUID door) {
        return doors.findByIdOptional(door)
                .filter(one -> one.isOpen(clock.instant()))
                .orElseThrow(JoinRefused::closed);
    }

    private void store(ClassDoor door, UUID id, PersonDetails details) {
        requests.lockPhone(details.mobile());
        if (requests.findByIdOptional(id).isPresent()
                || requests.isWaiting(door.cohort, details.mobile(), details.name())) {
            return;
        }
        if (requests.waiting(door.cohort) >= MOST_WAITING) {
            throw JoinRefused.tooMany();
        }
        UUID village = details.village().orElseThrow();
        if (!requests.keepVillage(current.id(), village)) {
            throw new PersonRefused().field("village", "people.village-unknown");
        }
        requests.persist(JoinRequest.of(id, door, details, clock.instant()));
    }

    /** Of a stranger more is asked for than of somebody whom an officer writes down. */
    private PersonDetails checked(PersonDetails typed, boolean consents) {
        PersonRefused missing = new PersonRefused();
        if (typed.name().isBlank()) {
            missing.field("name", "people.name-missing");
        }
        if (typed.mobile().isBlank()) {
            missing.field("phone", "people.phone-shape");
        }
        if (typed.village().isEmpty()) {
            missing.field("village", "people.village-missing");
        }
        if (!consents) {
            missing.field("consent", "cohort.join-consent-missing");
        }
        missing.throwIfAny();
        return people.checked(typed);
    }
}
