package org.tianbo.cohort.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.RosterChanged;
import org.tianbo.cohort.VisitRecorded;
import org.tianbo.cohort.followup.FollowUpPlan;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;
import org.tianbo.store.IncomeChanged;

/** Counts what trainees earned when their rounds were due, in the transaction in which more of it became known. */
@ApplicationScoped
class RoundIncomes {

    private static final String NONE = "[]";
    private static final String OF = "(?, ?, ?::uuid[], ?::jsonb)";
    private static final String COUNT = "select count_incomes" + OF;

    /** Nobody else counts the trainee in any of their classes from then on. */
    private static final String CLASSES =
            "select cohort from enrolments where county = ? and trainee = ? order by cohort for no key update";

    private static final String DIFFERING = "select * from differing_incomes" + OF;

    private final CohortSettings settings;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    RoundIncomes(CohortSettings settings, CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.settings = settings;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    void visited(@Observes VisitRecorded event) {
        count(event.cohort(), Set.of(event.trainee()));
    }

    void enrolled(@Observes RosterChanged event) {
        if (!due(event.cohort()).equals(NONE)) {
            count(event.cohort(), event.trainees());
        }
    }

    /** In all their classes, held before anything is counted in the first: of all together one row is kept. */
    void earned(@Observes IncomeChanged event) {
        writes.returning(CLASSES, row -> row.getObject("cohort", UUID.class), county.id(), event.trainee())
                .forEach(cohort -> count(cohort, Set.of(event.trainee())));
    }

    /** @return how many rows said something else of the same month before */
    int count(UUID cohort, Collection<UUID> trainees) {
        return writes.returning(COUNT, row -> row.getInt(1), county.id(), cohort, trainees, due(cohort))
                .get(0);
    }

    /** Those of them of whom something else is counted than is recorded, or nothing yet; nobody waits for this. */
    List<UUID> differing(UUID cohort, Collection<UUID> trainees) {
        return reads.rows(DIFFERING, row -> row.getObject(1, UUID.class), county.id(), cohort, trainees, due(cohort));
    }

    /** The rounds of a class that are due by now, as JSON for a table of PostgreSQL's. */
    private String due(UUID cohort) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI);
        List<String> rounds = new ArrayList<>();
        reads.rows(
                        "select ends_on from cohorts where county = ? and id = ? and ends_on < ?",
                        row -> row.getObject("ends_on", LocalDate.class),
                        county.id(),
                        cohort,
                        today)
                .forEach(ended -> {
                    List<FollowUpPlan.Due> all = FollowUpPlan.of(settings).rounds(ended);
                    for (int round = 1; round <= all.size(); round++) {
                        LocalDate on = all.get(round - 1).on();
                        if (!on.isAfter(today)) {
                            rounds.add("{\"round\":" + round + ",\"month\":\""
                                    + YearMonth.from(on).minusMonths(1).atDay(1) + "\"}");
                        }
                    }
                });
        return "[" + String.join(",", rounds) + "]";
    }
}
