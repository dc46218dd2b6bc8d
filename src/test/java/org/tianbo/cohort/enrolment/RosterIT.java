package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.cohort.roster.ClassRosters;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.SentStatements;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RosterIT extends RosterCounts {

    /** For three hundred rows: what takes no time at all on a quick machine is not sent once a row. */
    private static final int MOST_STATEMENTS = 20;

    private static final long TWO_SECONDS = Duration.ofSeconds(2).toNanos();

    @Inject
    SentStatements sent;

    @Inject
    ClassRosters rosters;

    @Inject
    TransactionManager transactions;

    @ParameterizedTest
    @ValueSource(strings = {Classes.UTF_8, Classes.GB18030})
    void theCountysRosterGivesExactlyTheKnownReport(String file) throws IOException {
        UUID cohort = classes.open();
        AtomicReference<String> answer = new AtomicReference<>();
        long statements = sent.count(
                Statistics::getPrepareStatementCount,
                () -> answer.set(Classes.bring(file, cohort, false)
                        .statusCode(200)
                        .extract()
                        .asString()));
        assertThat(statements).isLessThanOrEqualTo(MOST_STATEMENTS);
        JsonNode report = new ObjectMapper().readTree(answer.get());
        JsonNode truth = new ObjectMapper().readTree(Classes.fixture("truth.json"));
        assertThat(report.get("rows")).isEqualTo(truth.get("rows"));
        assertThat(report.get("accepted")).isEqualTo(truth.get("accepted"));
        assertThat(report.get("merged")).isEqualTo(truth.get("merged"));
        assertThat(places(report)).isEqualTo(places(truth));
        assertThat(report.get("rejected").get(0).get("message").asText()).contains("身份证");
        assertThat(enrolled(cohort)).isEqualTo(truth.get("accepted").asInt());
    }

    @Test
    void aDryRunReportsTheSameAndStoresNothing() {
        UUID cohort = classes.open();
        long people = count("people");

        Classes.bring(Classes.UTF_8, cohort, true).statusCode(200).body("accepted", equalTo(276));

        assertThat(enrolled(cohort)).isZero();
        assertThat(count("people")).isEqualTo(people);
    }

    @Test
    void importingTwiceChangesNothing() {
        UUID cohort = classes.open();
        Classes.bring(Classes.UTF_8, cohort, false).statusCode(200);
        List<Long> before = counts();

        Classes.bring(Classes.GB18030, cohort, false).statusCode(200).body("accepted", equalTo(276));

        assertThat(counts()).isEqualTo(before);
    }

    /** Fifty thousand rows on a slow machine take longer than other transactions may; a second stands for that here. */
    @Test
    void anImportMayTakeLongerThanOtherTransactions() throws SystemException {
        UUID cohort = classes.open();
        UUID by = classes.enrol(cohort, "慢慢导");
        transactions.setTransactionTimeout(1);
        try {
            assertThat(classes.outsideTransactions(
                                    () -> rosters.importFile(cohort, slowly(Classes.UTF_8), Optional.empty(), by))
                            .newcomers())
                    .isPositive();
        } finally {
            transactions.setTransactionTimeout(0);
        }
    }

    private static InputStream slowly(String file) {
        byte[] rows = Classes.fixture(file);
        return new FilterInputStream(new ByteArrayInputStream(rows)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                long end = System.nanoTime() + TWO_SECONDS;
                while (in.available() == rows.length && System.nanoTime() < end) {
                    LockSupport.parkNanos(TWO_SECONDS);
                }
                return super.read(bytes, offset, length);
            }
        };
    }

    @Test
    void nobodysWholeIdentityNumberIsKept() {
        Classes.bring(Classes.UTF_8, classes.open(), false).statusCode(200);

        List<?> kept = classes.inFengcheng(
                () -> entities.createNativeQuery("select p::text from people p where p::text ~ '[1-9][0-9]{16}[0-9Xx]'")
                        .getResultList());
        List<?> logins = classes.inFengcheng(() -> entities.createNativeQuery(
                        "select login from people where id_hash is not null and login !~ '^[2-9a-z]{6}$'")
                .getResultList());

        // A row's text holds a 64 digit hash and a UUID; only eighteen digits standing alone would be a number.
        assertThat(kept).allSatisfy(row -> assertThat(row.toString())
                .doesNotContainPattern("(?<![0-9a-f-])[1-9]\\d{16}[\\dXx](?![0-9a-f])"));
        assertThat(logins).isEmpty();
    }

    @Test
    void theSameFileComesThroughAPageAsWell() {
        UUID cohort = classes.open();

        Tokens.as("coordinator1")
                .multiPart("file", "roster.csv", Classes.fixture(Classes.UTF_8), "text/csv")
                .post("/api/rosters?cohort={cohort}&dryRun=true", cohort)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(276));
        Tokens.as("coordinator1")
                .multiPart("file", "roster.csv", Classes.fixture(Classes.UTF_8), "text/csv")
                .multiPart("do", "check")
                .post("/cohorts/{cohort}/roster", cohort)
                .then()
                .statusCode(200)
                .body(containsString("能导入 276 人"))
                .body(containsString("roster.csv"));
        Tokens.as("coordinator1")
                .header("Accept-Language", "en")
                .multiPart("file", "roster.csv", Classes.fixture(Classes.UTF_8), "text/csv")
                .multiPart("do", "take")
                .post("/cohorts/{cohort}/roster", cohort)
                .then()
                .statusCode(422)
                .body(containsString("signed their consent"));
        assertThat(enrolled(cohort)).isZero();
    }

    @Test
    void aCorrectedRosterCorrectsOnConfirmationAndKeepsWhatWasThere() {
        UUID cohort = classes.open();
        bring("again-1.csv", cohort, "").body("accepted", equalTo(1)).body("changed", hasSize(0));

        ValidatableResponse report = bring("again-2-new-phone.csv", cohort, "")
                .body("accepted", equalTo(1))
                .body("corrected", equalTo(false))
                .body("changed.line", contains(2, 2))
                .body("changed.field", contains("phone", "village"))
                .body("changed.old", contains("19900000041", "白土镇 赵家村"))
                .body("changed.new", contains("19911113333", "白土镇 岗下村"));
        String confirm = report.extract().path("confirm");
        assertThat(trainees(cohort)).contains("19900000041").doesNotContain("19911113333");

        String page = Tokens.as("coordinator1")
                .multiPart("file", "roster.csv", Classes.fixture("again-2-new-phone.csv"), "text/csv")
                .multiPart("do", "check")
                .post("/cohorts/{cohort}/roster", cohort)
                .asString();
        assertThat(page).contains("和县里记着的不一样：2 处", "19900000041", "19911113333", confirm);
        refusedWith("again-2-new-phone.csv", cohort, "0123456789abcdef0123456789abcdef");
        assertThat(trainees(cohort)).doesNotContain("19911113333");

        bring("again-2-new-phone.csv", cohort, confirm).body("corrected", equalTo(true));

        assertThat(trainees(cohort)).contains("19911113333", "岗下村").doesNotContain("19900000041");
        assertThat(onlyTrainee(cohort)).contains("改过的地方", "19900000041", "赵家村");
        bring("again-2-new-phone.csv", cohort, confirm)
                .body("corrected", equalTo(false))
                .body("changed", hasSize(0));
        refusedWith("again-1.csv", cohort, confirm);
        // The county's people are those of every test: leave them as the file of the first import has them.
        bring("again-1.csv", cohort, bring("again-1.csv", cohort, "").extract().path("confirm"))
                .body("corrected", equalTo(true));
    }

    private ValidatableResponse bring(String file, UUID cohort, String confirm) {
        return importing(file, cohort, confirm).statusCode(200);
    }

    @Test
    void theRejectedRowsComeBackAsAFileToMend() throws IOException {
        UUID cohort = classes.open();
        int rejected = new ObjectMapper()
                .readTree(Classes.fixture("truth.json"))
                .get("rejected")
                .size();

        String fromApi = Tokens.as("coordinator1")
                .contentType("text/csv")
                .body(Classes.fixture(Classes.GB18030))
                .post("/api/rosters/rejected?cohort={cohort}", cohort)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String fromPage = Tokens.as("coordinator1")
                .multiPart("file", "roster.csv", Classes.fixture(Classes.GB18030), "text/csv")
                .multiPart("do", "rejected")
                .post("/cohorts/{cohort}/roster", cohort)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("rejected.csv"))
                .extract()
                .asString();

        assertThat(fromApi.lines()).hasSize(rejected + 1);
        assertThat(fromApi).contains("为什么没收", "身份证");
        assertThat(fromPage).isEqualTo(fromApi);
        assertThat(enrolled(cohort)).isZero();
    }

    private void refusedWith(String file, UUID cohort, String confirm) {
        importing(file, cohort, confirm).statusCode(422).body("errors.code", contains("cohort.changes-differ"));
    }

    private static ValidatableResponse importing(String file, UUID cohort, String confirm) {
        RequestSpecification request =
                Tokens.as("officer1").contentType("text/csv").body(Classes.fixture(file));
        if (!confirm.isEmpty()) {
            request.queryParam("confirm", confirm);
        }
        return request.post("/api/rosters?cohort={cohort}", cohort).then();
    }

    private static String trainees(UUID cohort) {
        return Tokens.as("officer1").get("/cohorts/{id}/trainees", cohort).asString();
    }

    private static String onlyTrainee(UUID cohort) {
        String id =
                Tokens.as("officer1").get("/api/cohorts/{id}/trainees", cohort).path("[0].id");
        return Tokens.as("officer1")
                .get("/cohorts/{id}/trainees/{trainee}", cohort, id)
                .asString();
    }

    private static List<String> places(JsonNode report) {
        List<String> places = new ArrayList<>();
        report.get("rejected")
                .forEach(row -> places.add(
                        row.get("line").asInt() + " " + row.get("field").asText()));
        return places;
    }

    private List<Long> counts() {
        return List.of(count("people"), count("enrolments"), count("milestones"), count("roster_imports"));
    }

    private long count(String table) {
        return classes.inFengcheng(() -> (Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }
}
