package org.tianbo.cohort.counts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.Patience;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.database.Waiting;

/** Two trainees of a class who answer at the same time are both counted. Needs PostgreSQL's locks. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class AnswersAtOnceIT {

    private static final String COUNTY = "answers-at-once";
    private static final UUID COHORT = new UUID(9, 41);
    private static final String ANSWERED =
            "select answered from satisfaction_counts where county = ? and cohort = ? and round = 1";

    @Inject
    CurrentCounty current;

    @Inject
    CountyReads reads;

    private final ExecutorService beside = Executors.newSingleThreadExecutor();
    private OwnCounty county;

    @BeforeEach
    void aClassOfTwo() throws SQLException {
        county = OwnCounty.make(COUNTY);
        county.each("people (id, login, name, created_at)", "{person}, 'answers-' || n, 'p', now()", 1, 2);
        county.row(
                "cohorts (id, name, starts_on, ends_on, opened_at)",
                "'" + COHORT + "', 'c', now() - interval '800 days', now() - interval '700 days', now()");
        county.each(
                "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at, stage)",
                "{person}, '" + COHORT + "', {person}, 'paper', now(), now(), 'ENROLLED'",
                1,
                2);
    }

    @AfterEach
    void remove() throws SQLException {
        beside.shutdownNow();
        county.close();
    }

    @Test
    void bothAreCounted() throws Exception {
        Future<?> second;
        try (Connection first = DatabaseOwner.connection();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            answer(statement, 1);
            second = beside.submit(AnswersAtOnceIT::theSecondAnswers);
            Waiting.begins(statement);
            first.commit();
        }
        second.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);

        assertThat(current.as(COUNTY, () -> reads.rows(ANSWERED, row -> row.getInt(1), COUNTY, COHORT)))
                .containsExactly(2);
    }

    private static Void theSecondAnswers() throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            answer(statement, 2);
            return null;
        }
    }

    private static void answer(Statement statement, int trainee) throws SQLException {
        statement.execute("set tianbo.county = '*'");
        statement.execute("insert into satisfaction_answers"
                + " (county, id, cohort, trainee, round, face, words, said_at, received_at) values ('" + COUNTY
                + "', gen_random_uuid(), '" + COHORT + "', '" + OwnCounty.person(trainee)
                + "', 1, 'GOOD', '', now(), now())");
    }
}
