package org.tianbo.people.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.people.Corrections;
import org.tianbo.people.Corrections.PersonField;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.people.Corrections.RosterChanges;
import org.tianbo.people.Gender;
import org.tianbo.people.PeopleConfig;
import org.tianbo.people.PersonDetails;
import org.tianbo.people.PersonEdits;
import org.tianbo.people.PersonEdits.PersonChanged;
import org.tianbo.people.PersonEdits.PersonRefused;
import org.tianbo.people.PersonUnknown;
import org.tianbo.people.PersonView;
import org.tianbo.people.StaffVillages;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.people.account.CardLogin;
import org.tianbo.people.person.Person;
import org.tianbo.people.person.PersonRepository;
import org.tianbo.people.person.Village;
import org.tianbo.people.person.VillageRepository;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** People added and corrected one by one, by hand. A correction is kept like one that came with a roster. */
@ApplicationScoped
class HandEdits implements PersonEdits {

    private static final Logger LOG = Logger.getLogger(HandEdits.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_ALIKE = 10;

    private final PersonRepository people;
    private final VillageRepository villages;
    private final PersonCorrectionRepository kept;
    private final Corrections corrections;
    private final StaffVillages staff;
    private final PeopleConfig config;
    private final CurrentCounty county;
    private final Clock clock;

    HandEdits(
            PersonRepository people,
            VillageRepository villages,
            PersonCorrectionRepository kept,
            Corrections corrections,
            StaffVillages staff,
            PeopleConfig config,
            CurrentCounty county,
            Clock clock) {
        this.people = people;
        this.villages = villages;
        this.kept = kept;
        this.corrections = corrections;
        this.staff = staff;
        this.config = config;
        this.county = county;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<VillageChoice> villages() {
        Villages seen = staff.mine();
        return villages.inOrder().stream()
                .filter(village -> seen.all() || seen.ids().contains(village.id))
                .map(village -> new VillageChoice(village.id, village.town, village.name))
                .toList();
    }

    @Override
    @Transactional
    public PersonDetails of(UUID person) {
        return details(people.findByIdOptional(person).orElseThrow(PersonUnknown::new));
    }

    @Override
    @Transactional
    public void edit(UUID id, PersonDetails typed, String seen, UUID by) {
        hold();
        PersonDetails wanted = checked(typed);
        people.lockToChange(county.id(), id);
        Person person = people.findByIdOptional(id).orElseThrow(PersonUnknown::new);
        PersonDetails has = details(person);
        if (!has.confirmation().equals(seen)) {
            throw new PersonChanged();
        }
        List<RosterChange> changes = new ArrayList<>();
        compare(changes, person, PersonField.NAME, has.name(), wanted.name());
        compare(changes, person, PersonField.PHONE, has.mobile(), wanted.mobile());
        compare(changes, person, PersonField.VILLAGE, village(has.village()), village(wanted.village()));
        compare(changes, person, PersonField.GENDER, has.gender(), wanted.gender());
        compare(changes, person, PersonField.CATEGORY, has.category(), wanted.category());
        compare(changes, person, PersonField.NOTE, has.note(), wanted.note());
        corrections.apply(new RosterChanges(changes), null, by);
    }

    @Override
    @Transactional
    public void undo(UUID id, UUID correction, UUID by) {
        hold();
        people.lockToChange(county.id(), id);
        Person person = people.findByIdOptional(id).orElseThrow(PersonUnknown::new);
        PersonCorrection made = kept.findByIdOptional(correction)
                .filter(one -> one.person.equals(id) && one.field != PersonField.EARLIER_COURSES)
                .orElseThrow(PersonChanged::new);
        if (!text(details(person), made.field).equals(made.newValue) || isGone(made)) {
            throw new PersonChanged();
        }
        RosterChange back = new RosterChange(0, id, person.name, made.field, made.newValue, made.oldValue);
        corrections.apply(new RosterChanges(List.of(back)), null, by);
    }

    @Override
    @Transactional
    public UUID add(UUID id, PersonDetails typed, Optional<String> idNumber, UUID by) {
        hold();
        PersonDetails wanted = checked(typed);
        Optional<ChineseIdNumber> number = idNumber.map(this::number);
        Optional<Person> known =
                people.findByIdOptional(id).or(() -> number.flatMap(one -> people.byIdHash(one.hash())));
        if (known.isPresent()) {
            return known.get().id;
        }
        Person person = new Person();
        person.id = id;
        person.login = freeLogin();
        person.name = wanted.name();
        person.mobile = nothingAsNull(wanted.mobile());
        person.village = wanted.village().orElse(null);
        person.gender = nothingAsNull(
                wanted.gender().isEmpty()
                        ? number.map(one -> one.gender().name()).orElse("")
                        : wanted.gender());
        person.category = wanted.category();
        person.note = wanted.note();
        person.idLast4 = number.map(ChineseIdNumber::lastFour).orElse(null);
        person.idHash = number.map(ChineseIdNumber::hash).orElse(null);
        number.ifPresent(one -> person.bornIn(one.birthDate().getYear()));
        person.createdAt = clock.instant();
        people.persistAndFlush(person);
        LOG.infof("Person %s added by %s", id, by);
        return id;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold() {
        people.lockRosters(county.id());
    }

    @Override
    @Transactional
    public List<PersonView> alike(PersonDetails details) {
        List<PersonView> alike = people.alike(details.name(), details.mobile(), details.village(), MOST_ALIKE);
        List<UUID> ids = alike.stream().map(PersonView::id).toList();
        Set<UUID> seen = staff.seen(ids);
        Set<UUID> working = people.staffAmong(county.id(), ids);
        return alike.stream()
                .filter(one -> seen.contains(one.id()) && !working.contains(one.id()))
                .toList();
    }

    @Override
    @Transactional
    public PersonDetails checked(PersonDetails typed) {
        TypedDetails read = TypedDetails.of(typed);
        Villages seen = staff.mine();
        if (read.details()
                .village()
                .filter(id -> villages.findByIdOptional(id).isEmpty()
                        || !(seen.all() || seen.ids().contains(id)))
                .isPresent()) {
            read.refused().field("village", "people.village-unknown");
        }
        if (!seen.all() && read.details().village().isEmpty()) {
            // Nobody of no village is there for them, not even whom they have just written down.
            read.refused().field("village", "people.village-missing-here");
        }
        read.refused().throwIfAny();
        return read.details();
    }

    private ChineseIdNumber number(String typed) {
        try {
            return ChineseIdNumber.check(
                    typed,
                    LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI),
                    IdentityHash.of(config.hashKey(), county.id()));
        } catch (ChineseIdNumber.NotAnIdNumber fault) {
            throw new PersonRefused().field("idNumber", fault.code());
        }
    }

    private String freeLogin() {
        String login = CardLogin.draw(RANDOM);
        while (people.isLogin(login)) {
            login = CardLogin.draw(RANDOM);
        }
        return login;
    }

    /** A village that was renamed since has no way back by its old name. */
    private boolean isGone(PersonCorrection made) {
        return made.field == PersonField.VILLAGE
                && !made.oldValue.isEmpty()
                && villages.inOrder().stream().noneMatch(one -> name(one).equals(made.oldValue));
    }

    private String village(Optional<UUID> id) {
        return id.flatMap(villages::findByIdOptional).map(HandEdits::name).orElse("");
    }

    private String text(PersonDetails details, PersonField field) {
        return switch (field) {
            case NAME -> details.name();
            case PHONE -> details.mobile();
            case VILLAGE -> village(details.village());
            case GENDER -> details.gender();
            case CATEGORY -> details.category();
            case NOTE -> details.note();
            case EARLIER_COURSES -> throw new IllegalArgumentException("Kept with a class");
        };
    }

    private static String name(Village village) {
        return village.town + " " + village.name;
    }

    private static void compare(
            List<RosterChange> changes, Person person, PersonField field, String has, String wanted) {
        if (!has.equals(wanted)) {
            changes.add(new RosterChange(0, person.id, person.name, field, has, wanted));
        }
    }

    private static PersonDetails details(Person person) {
        return new PersonDetails(
                person.name,
                Objects.toString(person.mobile, ""),
                Optional.ofNullable(person.village),
                Gender.named(person.gender),
                Objects.toString(person.category, ""),
                Objects.toString(person.note, ""));
    }

    private static String nothingAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
