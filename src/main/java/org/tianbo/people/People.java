package org.tianbo.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;

/** Who belongs to the county, and who mentors whom. */
@ApplicationScoped
public class People {

    private final PersonRepository people;
    private final VillageRepository villages;
    private final MentorshipRepository mentorships;
    private final CurrentCounty county;
    private final Clock clock;

    People(
            PersonRepository people,
            VillageRepository villages,
            MentorshipRepository mentorships,
            CurrentCounty county,
            Clock clock) {
        this.people = people;
        this.villages = villages;
        this.mentorships = mentorships;
        this.county = county;
        this.clock = clock;
    }

    /** A person of this county; {@link PersonUnknown} when there is none of that id. */
    @Transactional
    public TraineeView trainee(UUID id) {
        return people.view(id).orElseThrow(PersonUnknown::new);
    }

    /** Those of the ids who belong to this county, by name. */
    @Transactional
    public List<TraineeView> trainees(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : people.views(ids);
    }

    /** Since when the county has known this person; empty for somebody it does not know. */
    @Transactional
    public Optional<Instant> joined(UUID id) {
        return people.findByIdOptional(id).map(person -> person.createdAt);
    }

    /** The next of the county's people, staff too, in the order of their ids. */
    @Transactional
    public List<UUID> idsAfter(UUID last, int most) {
        return people.idsAfter(last, most);
    }

    /**
     * Until the transaction ends nobody else does for this person what is done one at a time: numbers their attempts, leases
     * them a review, begins their store.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void oneAtATime(UUID id) {
        people.lock(county.id(), id);
    }

    @Transactional
    public List<TraineeView> traineesOf(UUID mentor) {
        return people.viewsOfMentor(mentor);
    }

    @Transactional
    public boolean mentors(UUID mentor, UUID trainee) {
        return mentorships.exists(mentor, trainee);
    }

    /** Adds somebody, or finds them again by identity number or login; the id stays the same. */
    @Transactional
    public UUID join(NewPerson joining) {
        Optional<Person> known = Optional.ofNullable(joining.idHash()).flatMap(people::byIdHash);
        return known.or(() -> people.byLogin(joining.login())).orElseGet(() -> add(joining)).id;
    }

    /** Gives the person another login, before there is an account of the old one. */
    @Transactional
    TraineeView renewLogin(UUID id) {
        Person person = people.findByIdOptional(id).orElseThrow(PersonUnknown::new);
        person.login = CardLogin.draw(new SecureRandom());
        people.flush();
        return trainee(id);
    }

    /** Lets the mentor see the trainee's work from now on, before there is an office to decide it ({@link Mentorships}). */
    @Transactional
    public void assign(UUID mentor, UUID trainee) {
        mentorships.give(county.id(), List.of(new MentorshipRepository.Pair(mentor, trainee)));
    }

    @Transactional
    public void addVillage(String town, String name) {
        if (villages.named(town, name).isEmpty()) {
            Village village = new Village();
            village.id = Ids.next();
            village.town = town;
            village.name = name;
            villages.persist(village);
        }
    }

    private Person add(NewPerson joining) {
        Person person = new Person();
        person.id = Ids.next();
        person.login = joining.login();
        person.name = joining.name();
        person.mobile = joining.mobile();
        person.idLast4 = joining.idLast4();
        person.idHash = joining.idHash();
        person.gender = joining.gender();
        person.category = joining.category();
        person.note = joining.note();
        person.createdAt = clock.instant();
        if (joining.village() != null) {
            person.village = villages.named(joining.town(), joining.village())
                    .map(village -> village.id)
                    .orElse(null);
        }
        people.persist(person);
        return person;
    }
}
