package org.tianbo.learning.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.JobsAtRest;
import org.tianbo.testsupport.database.LargeCounty;

/**
 * How PostgreSQL goes about the statements of the busiest pages and calls in a county of 100,000 people: by an index,
 * and never by reading a table from end to end, also with the plan that a connection keeps.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansAtScaleIT {

    private static final String TRAINEE = "one-of-many";
    private static final String MENTOR = "mentors-one-of-many";

    private static final String FINISH =
            """
            {"takes": [{"take": 1, "chunks": 1, "startedAt": "2026-06-18T12:00:00Z", "endedAt": \
            "2026-06-18T12:01:00Z"}],
             "marks": []}
            """;

    /** The driver prepares a statement the fifth time, and PostgreSQL may keep a plan after five times more. */
    private static final int UNTIL_A_PLAN_IS_CACHED = 12;

    @Inject
    CountyReads reads;

    @Inject
    Newcomers newcomers;

    @Inject
    People people;

    @Inject
    CurrentCounty county;

    @Inject
    PhoneRecords phones;

    @Inject
    @Any
    Instance<AgroalPoolInterceptor> interceptors;

    @Inject
    AgroalDataSource pool;

    @Inject
    TransactionManager transactions;

    @Inject
    TransactionSynchronizationRegistry registry;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int poolSize;

    private LargeCounty large;
    private UUID trainee;

    @BeforeAll
    void aTraineeAndAMentorAmongMany() throws SQLException {
        large = LargeCounty.make();
        trainee = newcomers.join(LargeCounty.ID, TRAINEE, Roles.TRAINEE);
        UUID mentor = newcomers.join(LargeCounty.ID, MENTOR, Roles.MENTOR);
        assign(mentor);
    }

    @ActivateRequestContext
    void assign(UUID mentor) {
        county.run(LargeCounty.ID, () -> people.assign(mentor, trainee));
    }

    @AfterAll
    void remove() throws SQLException {
        large.close();
    }

    @ParameterizedTest(name = "batches of {0} and then of {1}")
    @CsvSource({"1, 500", "500, 1"})
    void recordsLookAtTheirPersonByItsKeyWhateverBatchesTheConnectionMetBefore(int first, int then) throws Exception {
        try (AgroalDataSource oneConnection = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(connections -> connections
                        .maxSize(1)
                        .transactionIntegration(new NarayanaTransactionIntegration(transactions, registry))
                        .connectionFactoryConfiguration(
                                server -> server.jdbcUrl(url).principal(new NamePrincipal(user)))))) {
            oneConnection.setPoolInterceptors(interceptors.stream().toList());
            SyncRecords records = new SyncRecords(oneConnection, reads);
            for (int size : List.of(first, then, first)) {
                for (int time = 0; time < UNTIL_A_PLAN_IS_CACHED; time++) {
                    assertThat(wholeScansOfPeople(oneConnection, records, size))
                            .as("time %d of %d records", time, size)
                            .isZero();
                }
            }
        }
    }

    @Test
    void noBusyPageOrCallReadsALargeTableFromEndToEnd() throws Exception {
        JobsAtRest.await();
        Map<String, Function<RequestSpecification, Response>> busy = new TreeMap<>();
        busy.put("home", as -> as.get("/"));
        busy.put("me", as -> as.get("/api/me"));
        busy.put("courses", as -> as.get("/learn"));
        busy.put("courses of the API", as -> as.get("/api/courses"));
        busy.put("practice", as -> as.get("/practice"));
        busy.put("store", as -> as.get("/my-store"));
        busy.put("sync", as -> as.contentType("application/json")
                .body(phones.call(phones.opened(Ids.next()), phones.quiz(Ids.next(), phones.now(), true))
                        .toString())
                .post("/api/sync"));
        busy.put("lesson", as -> as.get("/learn/speaking-to-camera/first-sentence"));
        busy.put("quiz", as -> as.get("/learn/speaking-to-camera/first-sentence/quiz"));
        busy.put("rehearsal", as -> rehearsal());
        for (Map.Entry<String, Function<RequestSpecification, Response>> call : busy.entrySet()) {
            assertThat(wholeScans(TRAINEE, call.getValue())).as(call.getKey()).isEmpty();
        }
        assertThat(wholeScans(MENTOR, as -> as.get("/mentoring"))).as("desk").isEmpty();
        assertThat(wholeScans(
                        MENTOR,
                        as -> as.contentType("application/json").body("{}").post("/api/reviews/claim")))
                .as("next")
                .isEmpty();
    }

    /** Planned, sent, finished and handed in; the bytes are no video, and no recording is waited for. */
    private static Response rehearsal() {
        String attempt = "/api/attempts/" + Attempts.begun(TRAINEE, "t");
        Tokens.as(TRAINEE)
                .contentType("application/json")
                .body(FINISH)
                .post(attempt + "/finish")
                .then()
                .statusCode(202);
        // Refused where the recording was found to be none before this call came.
        Tokens.as(TRAINEE).post(attempt + "/submit").then().statusCode(anyOf(is(200), is(202), is(204), is(409)));
        return Tokens.as(TRAINEE).get(attempt + "/takes");
    }

    /** Within the transaction itself, so that nobody else's scans are among them. */
    private long wholeScansOfPeople(AgroalDataSource database, SyncRecords records, int size) {
        return county.as(LargeCounty.ID, () -> {
            try {
                transactions.begin();
                records.appendNew(
                        new Sender(LargeCounty.ID, trainee, "a phone"),
                        IntStream.range(0, size).mapToObj(any -> opened()).toList(),
                        phones.now());
                try (Connection connection = database.getConnection();
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                "select seq_scan from pg_stat_xact_user_tables where relname = 'people'")) {
                    row.next();
                    return row.getLong(1);
                } finally {
                    transactions.rollback();
                }
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private PhoneRecord opened() {
        return new PhoneRecord(
                Ids.next(),
                RecordType.LESSON_OPENED,
                phones.now(),
                JsonNodeFactory.instance.objectNode(),
                new RecordData.OfLesson(PhoneRecords.LESSON, "0123456789abcdef"));
    }

    /** @return the tables that were read whole while the call was made often enough for its plans to be kept */
    private Map<String, Long> wholeScans(String login, Function<RequestSpecification, Response> call)
            throws SQLException {
        reportAll();
        Map<String, Long> before = large.wholeScans();
        for (int time = 0; time < UNTIL_A_PLAN_IS_CACHED; time++) {
            int status = call.apply(Tokens.as(login)).statusCode();
            assertThat(status).isBetween(200, 299);
        }
        reportAll();
        Map<String, Long> scans = large.wholeScans();
        scans.replaceAll((table, count) -> count - before.get(table));
        scans.values().removeIf(count -> count == 0);
        return scans;
    }

    /** Sessions report what they scanned now and then; each of the pool's is made to do so now. */
    private void reportAll() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int one = 0; one < poolSize; one++) {
                Connection connection = pool.getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select pg_stat_force_next_flush()");
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }
}
