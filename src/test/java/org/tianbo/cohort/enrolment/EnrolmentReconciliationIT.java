package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;

/** Enrolments that say otherwise than the milestones. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class EnrolmentReconciliationIT {

    @Inject
    EnrolmentReconciliation reconciliation;

    @Inject
    Classes classes;

    @Inject
    Cohorts cohorts;

    @Inject
    People people;

    @Inject
    CurrentCounty county;

    @Inject
    EntityManager entities;

    @Inject
    MeterRegistry meters;

    private UUID cohort;

    @BeforeEach
    void aClassOfOneWhoStayedAndOneWhoLeft() {
        cohort = classes.open();
        UUID left = join();
        join();
        classes.inFengcheng(() -> {
            cohorts.leave(cohort, left, "搬走了");
            return null;
        });
        run();
    }

    @Test
    void theMilestonesDecideHowFarEachCameAndWhoLeftWhenAndWhy() {
        List<String> right = enrolments();
        double before = differences();
        classes.inFengcheng(() -> entities.createNativeQuery(
                        """
                        update enrolments set
                            left_at = case when left_at is null then now() end,
                            left_reason = case when left_at is null then 'invented' end,
                            stage = 'STEADY_12'
                        where cohort = :cohort
                        """)
                .setParameter("cohort", cohort)
                .executeUpdate());
        assertThat(enrolments()).isNotEqualTo(right);

        run();

        assertThat(enrolments()).isEqualTo(right).anyMatch(row -> row.endsWith("搬走了"));
        assertThat(differences()).isEqualTo(before + 2);
        run();
        assertThat(differences()).isEqualTo(before + 2);
    }

    private UUID join() {
        return classes.inFengcheng(() -> {
            String login = "e" + Ids.next();
            UUID id = people.join(NewPerson.staff(login, login));
            cohorts.enrol(
                    cohort, Map.of(id, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, login)), Consent.onPaper(id));
            return id;
        });
    }

    private List<String> enrolments() {
        List<?> rows = classes.inFengcheng(() -> entities.createNativeQuery(
                        "select trainee || ' ' || stage || ' ' || coalesce(left_at::text, '-') || ' '"
                                + " || coalesce(left_reason, '-')"
                                + " from enrolments where cohort = :cohort order by trainee",
                        String.class)
                .setParameter("cohort", cohort)
                .getResultList());
        return rows.stream().map(String::valueOf).toList();
    }

    private double differences() {
        return meters.counter("tianbo.derived.differences", "table", "enrolments")
                .count();
    }

    private void run() {
        county.run("fengcheng", () -> reconciliation.run("fengcheng"));
    }
}
