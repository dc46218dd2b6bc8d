package org.tianbo.people.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.people.PersonUnknown;
import org.tianbo.people.PersonView;
import org.tianbo.people.account.CardLogin;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Slices;
import org.tianbo.platform.security.CurrentCounty;

/** Who belongs to the county, and who mentors whom. */
@ApplicationScoped
class RegisteredPeople implements People {

    private final PersonRepository people;
    private final VillageRepository villages;
    private final MentorshipRepository mentorships;
    private final CurrentCounty county;
    private final Clock clock;

    RegisteredPeople(
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

    @Override
    @Transactional
    public PersonView trainee(UUID id) {
        return people.view(id).orElseThrow(PersonUnknown::new);
    }

    @Override
    @Transactional
    public List<PersonView> trainees(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : people.views(ids);
    }

    @Override
    @Transactional
    public Map<UUID, Registered> registered(Collection<UUID> ids) {
        return Slices.of(ids, Slices.OF_A_STATEMENT).stream()
                .flatMap(some -> people.list("id in ?1", some).stream())
                .collect(Collectors.toMap(
                        person -> person.id,
                        person -> new Registered(
                                Objects.toString(person.idLast4, ""),
                                Objects.toString(person.mobile, ""),
                                Objects.toString(person.category, ""))));
    }

    @Override
    @Transactional
    public Optional<Instant> joined(UUID id) {
        return people.findByIdOptional(id).map(person -> person.createdAt);
    }

    @Override
    @Transactional
    public List<UUID> idsAfter(UUID last, int most) {
        return people.idsAfter(last, most);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID id) {
        people.lock(county.id(), id);
    }

    @Override
    @Transactional
    public boolean mentors(UUID mentor, UUID trainee) {
        return mentorships.exists(mentor, trainee);
    }

    @Override
    @Transactional
    public boolean isStaff(UUID id) {
        return !people.staffAmong(county.id(), List.of(id)).isEmpty();
    }

    @Override
    @Transactional
    public UUID join(NewPerson joining) {
        Optional<Person> known = Optional.ofNullable(joining.idHash()).flatMap(people::byIdHash);
        return known.or(() -> people.byLogin(joining.login())).orElseGet(() -> add(joining)).id;
    }

    @Override
    @Transactional
    public PersonView renewLogin(UUID id) {
        Person person = people.findByIdOptional(id).orElseThrow(PersonUnknown::new);
        person.login = CardLogin.draw(new SecureRandom());
        people.flush();
        return trainee(id);
    }

    @Override
    @Transactional
    public void assign(UUID mentor, UUID trainee) {
        mentorships.add(county.id(), List.of(new MentorshipRepository.Pair(mentor, trainee)));
    }

    @Override
    @Transactional
    public void addVillage(String town, String name) {
        if (villages.named(town, name).isEmpty()) {
            villages.persist(Village.of(town, name, null));
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
