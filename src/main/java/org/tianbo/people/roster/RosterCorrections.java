package org.tianbo.people.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.people.Corrections;
import org.tianbo.people.Corrections.PersonCorrectionView;
import org.tianbo.people.Corrections.PersonField;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.people.Corrections.RosterChanges;
import org.tianbo.people.PersonView;
import org.tianbo.people.Rosters.Roster;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.people.account.AccountNameJob;
import org.tianbo.people.person.Person;
import org.tianbo.people.person.PersonRepository;
import org.tianbo.people.person.VillageRepository;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;

/** Corrects people by a roster that somebody has compared and confirmed; what stood there before is kept. */
@ApplicationScoped
class RosterCorrections implements Corrections {

    private static final Logger LOG = Logger.getLogger(RosterCorrections.class);

    private final PersonRepository people;
    private final RosterPeople rosterPeople;
    private final VillageRepository villages;
    private final PersonCorrectionRepository corrections;
    private final Jobs jobs;
    private final CurrentCounty county;
    private final Clock clock;

    RosterCorrections(
            PersonRepository people,
            RosterPeople rosterPeople,
            VillageRepository villages,
            PersonCorrectionRepository corrections,
            Jobs jobs,
            CurrentCounty county,
            Clock clock) {
        this.people = people;
        this.rosterPeople = rosterPeople;
        this.villages = villages;
        this.corrections = corrections;
        this.jobs = jobs;
        this.county = county;
        this.clock = clock;
    }

    @Override
    @Transactional
    public RosterChanges wanted(Roster roster) {
        Map<UUID, VillageName> villageNames = villages.listAll().stream()
                .collect(Collectors.toMap(
                        village -> village.id, village -> new VillageName(village.town, village.name)));
        List<RosterChange> changes = new ArrayList<>();
        rosterPeople.compare(
                roster.people(),
                (line, known) -> changes.addAll(RosterComparison.of(line, known, villageNames.get(known.village()))));
        return new RosterChanges(changes);
    }

    @Override
    @Transactional
    public void apply(RosterChanges changes, String fileSha256, UUID by) {
        Instant now = clock.instant();
        Map<String, UUID> villageIds = villages.listAll().stream()
                .collect(Collectors.toMap(
                        village -> RosterChange.text(new VillageName(village.town, village.name)),
                        village -> village.id));
        Map<UUID, Person> known = new HashMap<>();
        for (RosterChange change : changes.all()) {
            Person person = known.computeIfAbsent(change.person(), people::findById);
            person.correct(change, villageIds::get);
            corrections.persist(PersonCorrection.of(change, "", fileSha256, by, now));
            if (change.field() == PersonField.NAME) {
                jobs.enqueue(AccountNameJob.NAME, change.person().toString(), county.id());
            }
        }
        if (!changes.isEmpty()) {
            LOG.infof("%d people corrected, confirmed by %s", known.size(), by);
        }
    }

    @Override
    @Transactional
    public void note(RosterChanges changes, String inClass, String fileSha256, UUID by) {
        Instant now = clock.instant();
        corrections.persist(
                changes.all().stream().map(change -> PersonCorrection.of(change, inClass, fileSha256, by, now)));
    }

    @Override
    @Transactional
    public List<PersonCorrectionView> of(UUID person) {
        List<PersonCorrection> made = corrections.ofPerson(person);
        Map<UUID, PersonView> confirmers = made.isEmpty()
                ? Map.of()
                : people
                        .views(made.stream()
                                .map(one -> one.correctedBy)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(PersonView::id, Function.identity()));
        return made.stream()
                .map(one -> new PersonCorrectionView(
                        one.id,
                        one.field,
                        one.inClass,
                        one.oldValue,
                        one.newValue,
                        one.fileSha256 == null,
                        confirmers.containsKey(one.correctedBy)
                                ? confirmers.get(one.correctedBy).name()
                                : "",
                        one.correctedAt))
                .toList();
    }
}
