package org.tianbo.cohort.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;

/** Enrolments that say otherwise than what was done; needs the database, where both are kept. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ActivityReconciliationIT {

    private static final String COUNTY = "recounted-county";
    private static final UUID TRAINEE = UUID.fromString("019b2f70-0000-7000-8000-000000000001");
    private static final UUID STORE = UUID.fromString("019b2f70-0000-7000-8000-000000000002");

    @Inject
    ActivityReconciliation reconciliation;

    @Inject
    CurrentCounty county;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    private Instant joined;
    private Instant done;

    /** What is done, as its feature keeps it. */
    enum Doing {
        LESSON(
                "sync_records",
                "person, id, type, at, received_at, data",
                "'%1$s', gen_random_uuid(), 'lesson.opened', '%2$s', now(), '{}'"),
        LESSON_BY_A_CLOCK_AHEAD(
                "sync_records",
                "person, id, type, at, received_at, data",
                "'%1$s', gen_random_uuid(), 'lesson.opened', now() + interval '20 hours', '%2$s', '{}'"),
        ATTEMPT(
                "attempts",
                "id, trainee, title, format, products, state, created_at, finished_at, marks, version",
                "gen_random_uuid(), '%1$s', 't', 'product-loop', '[]', 'processing', now(), '%2$s', '[]', 0"),
        REVIEW(
                "reviews",
                "id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, mentor, rubric_version,"
                        + " draft, score, published_at, version",
                "gen_random_uuid(), '%1$s', gen_random_uuid(), 1, 't', 'product-loop', now(), now(), 'PUBLISHED',"
                        + " '%1$s', 'r', '{}', 80, '%2$s', 0"),
        ORDER(
                "order_lines",
                "store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen, state, after_sale,"
                        + " ordered_at, host_id, host_name, buyer_key, address_key, imported",
                "'" + STORE + "', 'DOUYIN', '1', '1', 'p', 1, 100, 0, 'COMPLETED', 'NONE', '%2$s', '', '', '', '',"
                        + " gen_random_uuid()"),
        MILESTONE(
                "milestones",
                "id, cohort, trainee, stage, ordinal, change, at, recorded_at, evidence_kind, evidence_ref",
                "gen_random_uuid(), gen_random_uuid(), '%1$s', 'READY', 1, 'REACHED', '%2$s', now(), 'NOTE', ''");

        private final String table;
        private final String columns;
        private final String values;

        Doing(String table, String columns, String values) {
            this.table = table;
            this.columns = columns;
            this.values = values;
        }

        String insert(Instant at) {
            return "insert into %s (county, %s) values ('%s', %s)"
                    .formatted(table, columns, COUNTY, values.formatted(TRAINEE, at));
        }
    }

    @BeforeEach
    void aTraineeWhoJoinedAMonthAgo() throws SQLException {
        joined = clock.instant().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        done = joined.plus(Duration.ofDays(20));
        as("insert into counties values ('%s', '数县', 'Recounted') on conflict do nothing".formatted(COUNTY));
        as("insert into people (county, id, login, name, created_at) values ('%s', '%s', 'recounted', 'n', now())"
                .formatted(COUNTY, TRAINEE));
        as("insert into stores (county, id, trainee, path, began_at) values ('%s', '%s', '%s', 'own-produce', now())"
                .formatted(COUNTY, STORE, TRAINEE));
        as(("insert into enrolments (county, id, cohort, trainee, consent, enrolled_at, last_active_at)"
                        + " values ('%s', gen_random_uuid(), gen_random_uuid(), '%s', 'paper', '%s', '%s')")
                .formatted(COUNTY, TRAINEE, joined, joined));
    }

    @AfterEach
    void remove() throws SQLException {
        try (Connection owner = DatabaseOwner.connection()) {
            DatabaseOwner.removeCounty(owner, COUNTY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDoneAndNotNotedIsFound(Doing what) throws SQLException {
        as(what.insert(done));
        double before = differences();

        run();

        assertThat(lastActive()).isEqualTo(done);
        assertThat(differences()).isEqualTo(before + 1);
        run();
        assertThat(differences()).isEqualTo(before + 1);
    }

    @Test
    void whatNobodyDidIsTakenBackToTheLastThingDone() throws SQLException {
        as(Doing.LESSON.insert(done));
        noted(done.plus(Duration.ofDays(3)));

        run();

        assertThat(lastActive()).isEqualTo(done);
    }

    @Test
    void whoeverNeverDidAnythingWasLastActiveOnJoining() throws SQLException {
        noted(joined.plus(Duration.ofDays(3)));

        run();

        assertThat(lastActive()).isEqualTo(joined);
    }

    @Test
    void anAttemptDeletedSinceMayHaveBeenTheLast() throws SQLException {
        Instant rehearsed = done.plus(Duration.ofDays(3));
        noted(rehearsed);
        as("insert into deleted_attempts (county, id, trainee, deleted_at) values ('%s', gen_random_uuid(), '%s', '%s')"
                .formatted(COUNTY, TRAINEE, rehearsed.plusSeconds(60)));

        run();

        assertThat(lastActive()).isEqualTo(rehearsed);
    }

    @Test
    void lessThanAnHourIsNoDifference() throws SQLException {
        as(Doing.LESSON.insert(joined.plus(Duration.ofMinutes(59))));
        double before = differences();

        run();

        assertThat(lastActive()).isEqualTo(joined);
        assertThat(differences()).isEqualTo(before, within(0.0));
    }

    private static void noted(Instant at) throws SQLException {
        as("update enrolments set last_active_at = '%s' where county = '%s'".formatted(at, COUNTY));
    }

    private Instant lastActive() throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            try (ResultSet row = statement.executeQuery(
                    "select last_active_at from enrolments where county = '%s'".formatted(COUNTY))) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    private double differences() {
        return meters.counter("tianbo.derived.differences", "table", "enrolments.last_active_at")
                .count();
    }

    private void run() {
        county.run(COUNTY, () -> reconciliation.run(COUNTY));
    }

    private static void as(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            statement.execute(sql);
        }
    }
}
