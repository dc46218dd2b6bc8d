package org.tianbo.cohort.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.people.Cards;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What the old county still owes somebody who has arrived is asked for each night; needs jobs, rows and accounts. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class DepartureIT {

    private static final String OLD = "still-owes";
    private static final String NEW = "has-arrived";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    Cohorts cohorts;

    @Inject
    Cards cards;

    @Inject
    DepartureSchedule nightly;

    @Inject
    CurrentCounty county;

    @Test
    @ActivateRequestContext
    void aDepartureThatWasGivenUpIsDoneTheNextNightAndTheCardIsNoneAnyMore() throws SQLException {
        counties.open(OLD, "欠着县", "Owing County");
        counties.open(NEW, "到了县", "Arrival County");
        UUID person = newcomers.join(OLD, "leaves-a-card", Roles.TRAINEE);
        UUID officer = newcomers.join(OLD, "issues-a-card", Roles.OFFICER);
        UUID cohort = county.as(
                OLD, () -> cohorts.open(new NewCohort("欠着班", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30))));
        enrol(cohort, person);
        UUID transfer = UUID.randomUUID();
        owner("insert into cards (county, id, person, login, issued_by, issued_at) values ('" + OLD
                + "', gen_random_uuid(), '" + person + "', 'leaves-a-card', '" + officer + "', '2026-03-01')");
        assertThat(listed(cohort, "yes")).contains(person.toString());
        owner("insert into transfers (county, id, side, other, person, name, mobile, gender, category, reason, state,"
                + " asked_by, asked_at, decided_at) values ('" + OLD + "', '" + transfer + "', 'OUT', '" + NEW + "', '"
                + person + "', '走了', '', '', '', '嫁过去了', 'ACCEPTED', '" + officer + "', now(), now())");

        county.run(CurrentCounty.ROOT, nightly::run);

        Eventually.value(() -> left(transfer), done -> done);
        assertThat(issued(person)).isEmpty();
        enrol(cohort, person);
        assertThat(listed(cohort, "no")).contains(person.toString());
        assertThat(listed(cohort, "yes")).doesNotContain(person.toString());
    }

    private void enrol(UUID cohort, UUID person) {
        county.run(
                OLD,
                () -> cohorts.enrol(
                        cohort,
                        Map.of(person, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, "paper")),
                        Consent.onPaper(person)));
    }

    private static String listed(UUID cohort, String card) {
        return Tokens.as("issues-a-card")
                .accept("text/html")
                .get("/people?cohort=" + cohort + "&card=" + card)
                .asString();
    }

    private Map<UUID, Instant> issued(UUID person) {
        return county.as(OLD, () -> cards.lastIssued(List.of(person)));
    }

    private static boolean left(UUID transfer) {
        try (Connection owner = DatabaseOwner.connection();
                Statement everywhere = owner.createStatement()) {
            everywhere.execute("set tianbo.county = '*'");
            try (ResultSet row = everywhere.executeQuery(
                    "select 1 from transfers where left_at is not null and id = '" + transfer + "'")) {
                return row.next();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void owner(String statement) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement everywhere = owner.createStatement()) {
            everywhere.execute("set tianbo.county = '*'");
            everywhere.execute(statement);
        }
    }
}
