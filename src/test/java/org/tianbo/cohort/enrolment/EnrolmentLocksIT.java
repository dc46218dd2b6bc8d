package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.database.Waiting;

/** What changes a trainee in several classes takes these in one order. Needs PostgreSQL. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class EnrolmentLocksIT {

    private static final String COUNTY = "enrolment-locks";
    private static final String LOCKED = "55P03";
    private static final UUID FIRST = new UUID(9, 1);
    private static final UUID SECOND = new UUID(9, 2);

    @Inject
    EnrolmentRepository enrolments;

    @Inject
    PersonalProgress progress;

    @Inject
    CurrentCounty current;

    private OwnCounty county;

    /** The later class has the trainee's older row: a statement that asks for no order comes upon that one first. */
    @BeforeEach
    void somebodyInTwoClasses() throws SQLException {
        county = OwnCounty.make(COUNTY);
        county.row("people (id, login, name, created_at)", "{person}, 'in-two-classes', 'name', now()");
        county.row(
                "erasures (id, person, asked_by, asked_at, reason, state, decided_by, decided_at)",
                "{person}, {person}, {person}, now(), 'asked', 'CONFIRMED', gen_random_uuid(), now()");
        for (UUID cohort : new UUID[] {SECOND, FIRST}) {
            county.row(
                    "cohorts (id, name, starts_on, ends_on, opened_at)",
                    "'" + cohort + "', '" + cohort + "', now(), now() + interval '9 days', now()");
            county.row(
                    "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at, left_at, left_reason,"
                            + " earlier_courses)",
                    "gen_random_uuid(), '" + cohort + "', {person}, 'paper', now(), now(), now(), 'r', 'something'");
        }
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @Test
    void whoDoesSomethingHoldsNoLaterClassWhileTheyWaitForAnEarlierOne() throws Exception {
        waitsForTheFirstClassAlone(() -> QuarkusTransaction.requiringNew()
                .run(() -> enrolments.active(
                        COUNTY, OwnCounty.person(1), Instant.now().plus(Duration.ofDays(1)))));
    }

    /** As the job calls it: outside a transaction. */
    @Test
    void whoIsErasedHoldsNoLaterClassWhileTheyWaitForAnEarlierOne() throws Exception {
        waitsForTheFirstClassAlone(() -> progress.erase(OwnCounty.person(1)));
    }

    /** What they said of how it goes is erased before their enrolments: whoever holds it keeps the erasure waiting. */
    @Test
    void whoIsErasedHoldsTheirClassesUntilAllIsErased() throws Exception {
        county.row(
                "satisfaction_answers (id, cohort, trainee, round, face, words, said_at, received_at)",
                "gen_random_uuid(), '" + FIRST + "', {person}, 1, 'GOOD', 'words', now(), now()");
        whileItWaitsFor(
                "select 1 from satisfaction_answers where county = '" + COUNTY + "' for update",
                () -> progress.erase(OwnCounty.person(1)),
                statement -> assertThatThrownBy(() -> statement.execute(lock(SECOND) + " nowait"))
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo(LOCKED)));
    }

    private void waitsForTheFirstClassAlone(Runnable change) throws Exception {
        whileItWaitsFor(
                lock(FIRST), change, statement -> assertThatCode(() -> statement.execute(lock(SECOND) + " nowait"))
                        .as("so whoever holds the first gets the second")
                        .doesNotThrowAnyException());
    }

    private void whileItWaitsFor(String held, Runnable change, Consumer<Statement> look) throws Exception {
        try (Connection other = DatabaseOwner.connection();
                Statement statement = other.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            other.setAutoCommit(false);
            statement.execute(held);
            CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> inRequest(change));
            try {
                Waiting.begins(statement);
                look.accept(statement);
            } finally {
                other.rollback();
                waits.get();
            }
        }
    }

    private void inRequest(Runnable change) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            current.run(COUNTY, change);
        } finally {
            request.terminate();
        }
    }

    private static String lock(UUID cohort) {
        return "select 1 from enrolments where county = '" + COUNTY + "' and cohort = '" + cohort
                + "' for no key update";
    }
}
