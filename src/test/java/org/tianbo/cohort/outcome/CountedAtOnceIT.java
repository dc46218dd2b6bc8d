package org.tianbo.cohort.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.IncomeChanged;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.Patience;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.database.Waiting;

/** Two who count the same person's income at the same time; needs PostgreSQL's locks. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CountedAtOnceIT {

    private static final String COUNTY = "counted-at-once";
    private static final UUID FIRST = new UUID(8, 21);
    private static final UUID SECOND = new UUID(8, 22);
    private static final UUID EARNER = OwnCounty.person(1);
    private static final Path ADDED =
            Path.of("src/main/resources/db/migration/V359__what_is_counted_already_is_added_for_a_county.sql");

    private static final String HOLD = "select 1 from enrolments where county = ? and cohort = ? for no key update";

    @Inject
    IncomeRecount recount;

    @Inject
    IncomeCounts counts;

    @Inject
    RoundIncomes incomes;

    @Inject
    Cohorts cohorts;

    @Inject
    CurrentCounty current;

    @Inject
    CountyReads reads;

    @Inject
    Event<IncomeChanged> earned;

    private final ExecutorService beside = Executors.newSingleThreadExecutor();
    private OwnCounty county;
    private EarningVillagers villagers;

    @BeforeEach
    void somebodyWhoEarnsAndIsCountedNowhere() throws SQLException {
        county = OwnCounty.make(COUNTY);
        villagers = new EarningVillagers(county);
        villagers.join(1, 2);
        villagers.endedClass(SECOND, 1, 1);
        villagers.sale(1, 1);
    }

    @AfterEach
    void remove() throws SQLException {
        beside.shutdownNow();
        county.close();
    }

    @Test
    void anIncomeIsCountedInAllClassesWhileSomebodyElseCountsItInOne() throws Exception {
        villagers.endedClass(FIRST, 1, 1);

        whileTheSecondClassIsCounted(() -> earned.fire(new IncomeChanged(COUNTY, EARNER, EARNER, Instant.EPOCH)));
    }

    @Test
    void somebodyIsMovedWhileSomebodyElseCountsTheClassTheyLeave() throws Exception {
        villagers.endedClass(FIRST, 2, 2);

        whileTheSecondClassIsCounted(() -> cohorts.move(SECOND, EARNER, FIRST));
    }

    /** The deed begins when the class is held, and the class is counted when the deed waits for it. */
    private void whileTheSecondClassIsCounted(Runnable deed) throws Exception {
        Future<?> done =
                current.as(COUNTY, () -> QuarkusTransaction.requiringNew().call(() -> {
                    reads.rows(HOLD, row -> row.getInt(1), COUNTY, SECOND);
                    Future<?> begun = beside.submit(() -> asACall(deed));
                    Waiting.begins(reads);
                    incomes.count(SECOND, List.of(EARNER));
                    return begun;
                }));
        done.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);

        assertThat(current.<Integer>as(COUNTY, () -> counts.cost().earners(1))).isOne();
        assertThat(current.<Integer>as(COUNTY, recount::recountCounty)).isZero();
    }

    private void asACall(Runnable deed) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            current.run(COUNTY, () -> QuarkusTransaction.requiringNew().run(deed));
        } finally {
            request.terminate();
        }
    }

    /** As an earlier version's function counts, which says nothing of it to the county's counts. */
    @Test
    void whatAnEarlierReplicaIsCountingIsAddedWithWhatIsCountedAlready() throws Exception {
        try (Connection earlier = DatabaseOwner.connection();
                Statement statement = earlier.createStatement()) {
            earlier.setAutoCommit(false);
            statement.execute("set local tianbo.county = '*'");
            statement.execute("insert into round_incomes (county, cohort, trainee, round, month, kind, fen) values ('"
                    + COUNTY + "', '" + SECOND + "', '" + EARNER + "', 1, '2026-01-01', 'CONFIRMED', 100000)");
            Future<?> added = beside.submit(CountedAtOnceIT::add);
            Waiting.begins(statement);
            earlier.commit();
            added.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        }

        assertThat(current.<Integer>as(COUNTY, () -> counts.cost().earners(1))).isOne();
        assertThat(current.<Integer>as(COUNTY, recount::recountCounty)).isZero();
    }

    private static Void add() throws IOException, SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute(Files.readString(ADDED));
            return null;
        }
    }
}
