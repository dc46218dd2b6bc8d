package org.tianbo.cohort.counts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What is counted at night, also where something cannot be; needs the database, whose functions count. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CountsNightIT {

    private static final String OFFICER = "looks-back-at-months";
    private static final Pattern LINKED = Pattern.compile("href=\"(/dashboards/people[^\"]*month=[^\"]+)\">(\\d+)<");
    private static final MilestoneEvidence NOTE = new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, "n");

    @Inject
    StageCounts counts;

    @Inject
    MonthlyCounts months;

    @Inject
    CountsFold fold;

    @Inject
    CountsReconciliation reconciliation;

    @Inject
    Cohorts cohorts;

    @Inject
    CurrentCounty county;

    @Inject
    Newcomers newcomers;

    private CountedCounty place;

    @BeforeEach
    void aCountyWithTwoClasses() throws SQLException {
        place = new CountedCounty();
        for (int i = 0; i < 2; i++) {
            UUID inClass = place.classes.get(i);
            UUID person = place.people.get(i);
            inCounty(() -> cohorts.enrol(inClass, Map.of(person, NOTE), Consent.onPaper(person)));
        }
        place.execute("update enrolments set enrolled_at = now() - interval '90 days' where county = '%s'"
                .formatted(CountedCounty.ID));
        inCounty(() -> fold.run(CountedCounty.ID));
    }

    @AfterEach
    void remove() throws SQLException {
        place.close();
    }

    @Test
    void aClassThatCannotBeCountedKeepsNoOtherFromBeingCounted() throws SQLException {
        learning(0, Integer.MIN_VALUE);
        learning(1, 7);

        inCounty(() -> reconciliation.run(CountedCounty.ID));

        assertThat(learning(0)).isEqualTo(Integer.MIN_VALUE);
        assertThat(learning(1)).isZero();
    }

    @Test
    void villagesThatWereCountedWronglyAreCountedAnew() throws SQLException {
        List<StageCounts.Part> right = villages();
        place.execute(
                "update village_counts set learning = learning + 7 where county = '%s'".formatted(CountedCounty.ID));
        assertThat(villages()).isNotEqualTo(right);

        inCounty(() -> reconciliation.run(CountedCounty.ID));

        assertThat(villages()).isEqualTo(right).isNotEmpty();
    }

    @Test
    void aMonthOfTheCountyIsThatOfAllItsClassesOrIsNotThere() throws SQLException {
        learning(0, 7);
        place.execute("alter table stage_months add constraint not_this_class check (cohort <> '%s') not valid"
                .formatted(place.classes.get(1)));
        try {
            inCounty(() -> reconciliation.run(CountedCounty.ID));
        } finally {
            place.execute("alter table stage_months drop constraint not_this_class");
        }
        assertThat(months(Optional.empty())).isZero();
        assertThat(learning(0)).isZero();

        inCounty(() -> reconciliation.run(CountedCounty.ID));

        assertThat(months(Optional.of(place.classes.get(0))))
                .isPositive()
                .isEqualTo(months(Optional.of(place.classes.get(1))));
    }

    /** One of the two had left by the end of the first month, and came back since. */
    @Test
    void eachNumberOfAMonthOpensTheListOfThoseWhoHeldTheStageThen() throws SQLException {
        newcomers.join(CountedCounty.ID, OFFICER, Roles.OFFICER);
        place.execute("update milestones set recorded_at = now() - interval '80 days' where county = '%s'"
                .formatted(CountedCounty.ID));
        recorded(0, "LEARNING", 1, "REACHED", 78);
        recorded(1, "ENROLLED", 2, "LOST", 75);
        recorded(1, "ENROLLED", 3, "REACHED", 0);

        inCounty(() -> reconciliation.run(CountedCounty.ID));

        String page = Tokens.page(OFFICER, "/dashboards/months");
        List<MatchResult> numbers = LINKED.matcher(page).results().toList();
        assertThat(numbers).hasSizeGreaterThan(12);
        for (MatchResult number : numbers) {
            String address = number.group(1).replace("&amp;", "&");
            assertThat(Tokens.page(OFFICER, address).split("<tr><th scope=\"row\">", -1))
                    .as(address)
                    .hasSize(1 + Integer.parseInt(number.group(2)));
        }
        Tokens.as(OFFICER).get("/dashboards/people?month=x").then().statusCode(422);
    }

    private void recorded(int person, String stage, int ordinal, String change, int daysAgo) throws SQLException {
        place.execute(
                """
                insert into milestones (county, id, cohort, trainee, stage, ordinal, change, at, recorded_at,
                    evidence_kind, evidence_ref, reason)
                values ('%s', gen_random_uuid(), '%s', '%s', '%s', %d, '%s', now() - interval '%7$d days',
                    now() - interval '%7$d days', 'NOTE', 'n', 'r')
                """
                        .formatted(
                                CountedCounty.ID,
                                place.classes.get(person),
                                place.people.get(person),
                                stage,
                                ordinal,
                                change,
                                daysAgo));
    }

    private void learning(int inClass, int wrong) throws SQLException {
        place.execute("update stage_counts set learning = %d where county = '%s' and grain = 7 and cohort = '%s'"
                .formatted(wrong, CountedCounty.ID, place.classes.get(inClass)));
    }

    private int learning(int inClass) {
        CountFilter ofClass = new CountFilter(
                Optional.of(place.classes.get(inClass)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return county.as(
                CountedCounty.ID, () -> counts.funnel(ofClass).steps().get(1).count());
    }

    private List<StageCounts.Part> villages() {
        return county.as(CountedCounty.ID, () -> counts.by(StageCounts.Side.VILLAGE, CountFilter.EVERYBODY));
    }

    private int months(Optional<UUID> cohort) {
        return county.as(CountedCounty.ID, () -> months.months(cohort).size());
    }

    private void inCounty(Runnable work) {
        county.run(CountedCounty.ID, work);
    }
}
