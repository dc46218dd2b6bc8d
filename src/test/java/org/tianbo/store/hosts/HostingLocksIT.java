package org.tianbo.store.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.Eventually;
import org.tianbo.store.Platform;
import org.tianbo.store.opening.DossierRepository;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.Patience;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.database.Waiting;

/**
 * Who changes at the same time what stores sold through whose accounts: all of it is counted, and nobody waits for
 * somebody who waits for them. Needs PostgreSQL's locks.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class HostingLocksIT {

    private static final String COUNTY = "hosting-at-once";
    private static final UUID STORE = OwnCounty.person(1);
    private static final String ACCOUNT = "a-1";
    private static final Path SOLD_BEFORE =
            Path.of("src/main/resources/db/migration/V371__what_was_sold_before_is_counted_for_a_county.sql");

    /** As the migration waits for whoever writes. */
    private static final String MIGRATION_WAITS = "select exists (select 1 from pg_locks where not granted"
            + " and mode = 'ShareRowExclusiveLock'"
            + " and relation in ('host_accounts'::regclass, 'hosted_sales'::regclass))";

    private static final String NEW_AMOUNT =
            "update order_lines set paid_fen = paid_fen + 1 where county = ? and store = ? returning 1";

    @Inject
    HostedSales sales;

    @Inject
    HostAccounts accounts;

    @Inject
    HostedSalesRecount recount;

    @Inject
    DossierRepository dossiers;

    @Inject
    CurrentCounty current;

    @Inject
    CountyReads reads;

    @Inject
    CountyWrites writes;

    private final ExecutorService beside = Executors.newCachedThreadPool();
    private OwnCounty county;

    @BeforeEach
    void anAccountThatSoldForAStore() throws SQLException {
        county = OwnCounty.make(COUNTY);
        county.row("people (id, login, name, created_at)", "{person}, 'hosting-at-once', 's', now()");
        county.row("stores (id, trainee, path, began_at)", "{person}, {person}, 'x', now()");
        order(1);
        current.run(COUNTY, () -> sales.recount(STORE));
    }

    @AfterEach
    void remove() throws SQLException {
        beside.shutdownNow();
        county.close();
    }

    /** Whoever says so takes off what the account was counted as, which is what the import before added. */
    @Test
    void somebodySaysWhoseAnAccountIsWhileItsStoreIsCounted() throws Exception {
        order(2);

        Future<?> recorded = inOurTransaction(() -> {
            sales.recount(STORE);
            return waitsForUs(() -> accounts.say(Platform.DOUYIN, ACCOUNT, Whose.VILLAGER, "看过直播", STORE));
        });
        ends(recorded);

        assertThat(sold(Whose.VILLAGER)).isEqualTo(2);
        assertThat(sold(Whose.UNSAID)).isZero();
        assertThat(wrongCounts()).isZero();
    }

    /** Both have the store first and whoever sold then. */
    @Test
    void somebodyIsErasedWhileTheirOrdersAreBroughtIn() throws Exception {
        confirmTheErasure();

        Future<?> erased = inOurTransaction(() -> {
            dossiers.locked(STORE);
            writes.returning(NEW_AMOUNT, row -> row.getInt(1), COUNTY, STORE);
            Future<?> begun =
                    waitsForUs(() -> writes.returning("select erase_from_store(?, ?)", row -> STORE, COUNTY, STORE));
            sales.recount(STORE);
            return begun;
        });
        ends(erased);

        assertThat(sold(Whose.NONE)).isOne();
        assertThat(wrongCounts()).isZero();
    }

    /** The erasure is held at whose the account is, and goes on to what it sold when the migration waits for it. */
    @Test
    void somebodyIsErasedWhileAReleaseCountsWhatWasSoldBefore() throws Exception {
        current.run(COUNTY, () -> accounts.say(Platform.DOUYIN, ACCOUNT, Whose.VILLAGER, "看过直播", STORE));
        confirmTheErasure();
        Future<?> erased;
        Future<?> counted;
        try (Connection reader = DatabaseOwner.connection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("set local tianbo.county = '*'");
            statement.execute("select 1 from host_accounts where county = '" + COUNTY + "' for update");
            erased = beside.submit(() ->
                    asACall(() -> writes.returning("select erase_from_store(?, ?)", row -> STORE, COUNTY, STORE)));
            Waiting.begins(statement);
            counted = beside.submit(HostingLocksIT::countWhatWasSoldBefore);
            Eventually.value(() -> migrationWaits(statement), waits -> waits);
            reader.commit();
        }
        ends(erased);
        ends(counted);

        assertThat(sold(Whose.NONE)).isOne();
        assertThat(wrongCounts()).isZero();
    }

    private void order(int number) throws SQLException {
        county.row(
                "order_lines (store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen, state,"
                        + " after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported)",
                "{person}, 'DOUYIN', 'o%d', 'i', 'rice', 1, 100, 0, 'COMPLETED', '', '%s-01 00:30+08', '%s', '%3$s'"
                                .formatted(number, sales.to().minusMonths(number), ACCOUNT)
                        + ", '', '', {person}");
    }

    private void confirmTheErasure() throws SQLException {
        county.row(
                "erasures (id, person, asked_by, asked_at, reason, state, decided_by, decided_at)",
                "gen_random_uuid(), {person}, {person}, now(), '', 'CONFIRMED', gen_random_uuid(), now()");
    }

    private Future<?> inOurTransaction(Callable<Future<?>> deed) {
        return current.as(COUNTY, () -> QuarkusTransaction.requiringNew().call(deed));
    }

    private Future<?> waitsForUs(Runnable deed) {
        Future<?> begun = beside.submit(() -> asACall(deed));
        Waiting.begins(reads);
        return begun;
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

    private static Void countWhatWasSoldBefore() throws IOException, SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute(Files.readString(SOLD_BEFORE));
            return null;
        }
    }

    private static boolean migrationWaits(Statement statement) {
        try (ResultSet row = statement.executeQuery(MIGRATION_WAITS)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void ends(Future<?> begun) throws Exception {
        begun.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private int sold(Whose whose) {
        return current.as(COUNTY, sales::numbers).of(whose).lines();
    }

    private int wrongCounts() {
        return current.<Integer>as(COUNTY, recount::recountCounty);
    }
}
