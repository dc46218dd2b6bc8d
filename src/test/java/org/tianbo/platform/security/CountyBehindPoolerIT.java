package org.tianbo.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.program.PgBouncer;

/**
 * Counties that share server connections behind a pooler in transaction mode. It needs PostgreSQL and the transactions.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CountyBehindPoolerIT {

    private static final int SERVER_CONNECTIONS = 2;
    private static final int CLIENTS = 6;
    private static final int TRANSACTIONS_EACH = 60;

    @Inject
    CountyOnConnection interceptor;

    @Inject
    CurrentCounty county;

    @Inject
    TransactionManager transactions;

    @Inject
    TransactionSynchronizationRegistry registry;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @Test
    void countiesWhoseTransactionsTakeTurnsOnOneConnectionNeverSeeEachOther() throws Exception {
        try (PgBouncer pooler = PgBouncer.start(url, user, SERVER_CONNECTIONS);
                AgroalDataSource database = behind(pooler)) {
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            try {
                List<Future<Set<List<String>>>> seen = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    String own = List.of("fengcheng", "zhenping").get(client % 2);
                    seen.add(clients.submit(() -> everythingSeen(database, own)));
                }
                for (int client = 0; client < CLIENTS; client++) {
                    assertThat(seen.get(client).get())
                            .containsExactly(
                                    List.of(List.of("fengcheng", "zhenping").get(client % 2)));
                }
            } finally {
                clients.shutdownNow();
            }
        }
    }

    @Test
    void noStatementLivesOnTheCountyOfATransactionBeforeIt() throws Exception {
        try (PgBouncer pooler = PgBouncer.start(url, user, 1);
                AgroalDataSource database = behind(pooler)) {
            assertThat(inTransaction(database, "fengcheng", false)).containsExactly("fengcheng");
            assertThatThrownBy(() -> county.as("fengcheng", () -> counties(database)))
                    .hasStackTraceContaining("no county was named in this transaction");
            assertThat(inTransaction(database, CurrentCounty.NONE, false)).isEmpty();
            assertThat(inTransaction(database, CurrentCounty.ROOT, false)).contains("fengcheng", "zhenping");
            assertThat(inTransaction(database, "zhenping", true)).containsExactly("zhenping");
            assertThatThrownBy(() -> county.as("zhenping", () -> counties(database)))
                    .hasStackTraceContaining("no county was named in this transaction");
        }
    }

    @Test
    void rowsReadInOneMessageAreThoseOfTheCountyThatAsksAndLeaveNoneBehind() throws Exception {
        try (PgBouncer pooler = PgBouncer.start(url, user, 1);
                AgroalDataSource database = behind(pooler)) {
            CountyReads reads = new CountyReads(database, county);
            // More often than the driver takes to let PostgreSQL keep the statement, and PostgreSQL its plan.
            for (int turn = 0; turn < 20; turn++) {
                assertThat(county.as("fengcheng", () -> read(reads))).containsExactly("fengcheng");
                assertThat(county.as("zhenping", () -> read(reads))).containsExactly("zhenping");
                assertThat(county.as(CurrentCounty.NONE, () -> read(reads))).isEmpty();
                assertThatThrownBy(() -> counties(database))
                        .hasStackTraceContaining("no county was named in this transaction");
            }
            assertThat(county.as(CurrentCounty.ROOT, () -> read(reads))).contains("fengcheng", "zhenping");
        }
    }

    @Test
    void aReadInsideATransactionSeesWhatItWroteAndOneOutsideDoesNot() throws Exception {
        try (PgBouncer pooler = PgBouncer.start(url, user, SERVER_CONNECTIONS);
                AgroalDataSource database = behind(pooler)) {
            CountyReads reads = new CountyReads(database, county);
            List<String> before = county.as("fengcheng", () -> villages(reads));
            List<String> inside = county.as("fengcheng", () -> writtenAndRolledBack(database, reads));

            assertThat(inside).hasSize(before.size() + 1).contains("A village that is rolled back");
            assertThat(county.as("fengcheng", () -> villages(reads))).isEqualTo(before);
        }
    }

    @Test
    void aRefusedReadSpoilsNoLaterOne() throws Exception {
        try (PgBouncer pooler = PgBouncer.start(url, user, 1);
                AgroalDataSource database = behind(pooler)) {
            CountyReads reads = new CountyReads(database, county);

            assertThatThrownBy(() -> county.as(
                            "fengcheng", () -> reads.rows("select 1 / (length(?) - 1)", row -> row.getInt(1), "x")))
                    .hasStackTraceContaining("division by zero");
            assertThat(county.as("zhenping", () -> read(reads))).containsExactly("zhenping");
        }
    }

    private static List<String> read(CountyReads reads) {
        return reads.rows("select distinct county from people order by county", row -> row.getString(1));
    }

    private static List<String> villages(CountyReads reads) {
        return reads.rows("select name from villages order by name", row -> row.getString(1));
    }

    private List<String> writtenAndRolledBack(AgroalDataSource database, CountyReads reads) {
        try {
            transactions.begin();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("insert into villages (county, id, town, name) values ('fengcheng',"
                        + " gen_random_uuid(), 'A town', 'A village that is rolled back')");
                return villages(reads);
            } finally {
                transactions.rollback();
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Set<List<String>> everythingSeen(AgroalDataSource database, String own) {
        Set<List<String>> seen = new HashSet<>();
        Stream.iterate(0, turn -> turn + 1)
                .limit(TRANSACTIONS_EACH)
                .forEach(turn -> seen.add(inTransaction(database, own, turn % 3 == 0)));
        return seen;
    }

    private List<String> inTransaction(AgroalDataSource database, String own, boolean rolledBack) {
        return county.as(own, () -> {
            try {
                transactions.begin();
                List<String> first = counties(database);
                assertThat(counties(database)).isEqualTo(first);
                if (rolledBack) {
                    transactions.rollback();
                } else {
                    transactions.commit();
                }
                return first;
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static List<String> counties(AgroalDataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct county from people order by county")) {
            List<String> counties = new ArrayList<>();
            while (rows.next()) {
                counties.add(rows.getString(1));
            }
            return counties;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private AgroalDataSource behind(PgBouncer pooler) throws SQLException {
        AgroalDataSource database = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(CLIENTS)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .transactionIntegration(new NarayanaTransactionIntegration(transactions, registry))
                        .connectionFactoryConfiguration(
                                server -> server.jdbcUrl(pooler.jdbcUrl()).principal(new NamePrincipal(user)))));
        database.setPoolInterceptors(List.of(interceptor));
        return database;
    }
}
