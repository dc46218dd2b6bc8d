package org.tianbo.cohort.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.attendance.OnlineTime;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;

/** Of how many people at a time what they watched is read; needs the tables of classes. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OnlineLedgerIT {

    private static final String COUNTY = "hours-county";

    @Inject
    Counties counties;

    @Inject
    People people;

    @Inject
    Cohorts cohorts;

    @Inject
    CountyReads reads;

    @Inject
    CurrentCounty county;

    @Inject
    Clock clock;

    private final Watched watched = new Watched();

    /** How long each watched, and of whom that was asked. */
    private static final class Watched implements OnlineTime {

        private final List<Set<UUID>> asked = new ArrayList<>();
        private UUID watcher;

        @Override
        public Map<UUID, Integer> minutes(UUID cohort, Collection<UUID> trainees) {
            asked.add(Set.copyOf(trainees));
            return trainees.contains(watcher) ? Map.of(watcher, 12) : Map.of();
        }
    }

    @Test
    @ActivateRequestContext
    void aClassOfThousandsIsReadAPageOfPeopleAtATimeAlsoWhereNobodyOfAPageWatched() {
        counties.open(COUNTY, "学时县", "Hours county");
        UUID cohort = county.as(COUNTY, this::open);
        for (int one = 0; one < 5; one++) {
            watched.watcher = county.as(COUNTY, () -> enrolled(cohort));
        }
        OnlineLedger ledger = new OnlineLedger(watched, reads, county, clock);

        List<LedgerEntry> all = new ArrayList<>();
        Optional<UUID> last = Optional.of(new UUID(0, 0));
        while (last.isPresent()) {
            UUID after = last.get();
            Page<LedgerEntry, UUID> page = county.as(COUNTY, () -> ledger.after(after, 2));
            all.addAll(page.rows());
            last = page.next();
        }

        assertThat(all.stream().filter(entry -> entry.thing().equals(cohort)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.person()).isEqualTo(watched.watcher);
                    assertThat(entry.values()).containsEntry(EntryField.MINUTES, "12");
                });
        assertThat(watched.asked).allSatisfy(some -> assertThat(some).hasSizeLessThanOrEqualTo(2));
        watched.asked.clear();
        assertThat(county.as(COUNTY, () -> ledger.of(cohort, Set.of(watched.watcher))))
                .hasSize(1);
        assertThat(watched.asked).as("while the ledger waits, of nobody else").containsExactly(Set.of(watched.watcher));
    }

    private UUID open() {
        return cohorts.open(new NewCohort("学时县的班 " + Ids.next(), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)));
    }

    private UUID enrolled(UUID cohort) {
        String login = "watches-" + Ids.next();
        UUID person = people.join(NewPerson.staff(login, login));
        MilestoneEvidence evidence = new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, person.toString());
        cohorts.enrol(cohort, Map.of(person, evidence), Consent.onPaper(person));
        return person;
    }
}
