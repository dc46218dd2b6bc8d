package org.tianbo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;
import org.tianbo.store.income.IncomeStability;
import org.tianbo.store.income.IncomeStabilityJob;
import org.tianbo.store.opening.Store;
import org.tianbo.store.opening.TestStores;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/**
 * In zhenping, whose bar is nobody else's business. The file of six months is moved so that it ends with last month.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = IncomeStreakIT.TRAINEE, county = "zhenping")
class IncomeStreakIT {

    static final String TRAINEE = "earns-steadily";

    private static final Pattern DAY = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");
    private static final String LINE = "/county/settings/store.steady-income";
    private static final YearMonth LAST_OF_THE_FILE = YearMonth.of(2026, 9);

    @Inject
    Store stores;

    @Inject
    IncomeStability steadiness;

    @Inject
    IncomeStabilityJob job;

    @Inject
    Cohorts cohorts;

    @Inject
    CurrentCounty county;

    @Inject
    RecordedStoreEvents events;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private String store;
    private UUID trainee;
    private String cohort;

    @BeforeEach
    void aStoreOfAClassWithoutOrders() throws SQLException {
        trainee = UUID.fromString(Tokens.as(TRAINEE).get("/api/me").path("id"));
        store = TestStores.of(stores, county, TRAINEE);
        DatabaseOwner.takeBackOrders();
        TestStores.open(store, "2025-01-01");
        cohort = inZhenping(() -> enrolled()).toString();
        events.clear();
    }

    @Test
    void sixGoodMonthsAreTwoMilestonesAndAFailedOneTakesThemBack() {
        bring(moved());

        assertThat(events.confirmed()).hasSize(6).allMatch(month -> month.settledFen() > 10_000_00);
        assertThat(events.reached()).extracting(SteadyIncomeReached::months).containsExactly(3, 6);
        assertThat(count("steady-3")).isEqualTo(1);
        assertThat(count("steady-6")).isEqualTo(1);
        assertThat(count("steady-12")).isZero();
        Tokens.as(TRAINEE).get("/").then().body(containsString("<li class=\"done\">收入</li>"));

        bring(moved());
        assertThat(events.confirmed()).hasSize(6);
        assertThat(events.reached()).hasSize(2);

        aMonthGoesWrong();
        run();
        assertThat(events.lost()).extracting(SteadyIncomeLost::months).containsExactly(3, 6);
        assertThat(count("steady-3")).isZero();
        assertThat(count("first-order")).isEqualTo(1);
        Tokens.as(TRAINEE).get("/").then().body(not(containsString("<li class=\"done\">收入</li>")));

        run();
        assertThat(events.lost()).hasSize(2);
    }

    @Test
    void theOfficerMovesTheLineAndMonthsThatAreDueStayAsTheyWere() {
        bring(moved());
        assertThat(events.reached()).hasSize(2);

        threshold("officer2", "很多").statusCode(422).body(containsString("value=\"很多\""));
        threshold("officer2", "0").statusCode(422).body(containsString("超出了可以填的范围"));
        threshold("mentor3", "1").statusCode(403);
        threshold("officer2", "30,000").statusCode(303);
        run();

        assertThat(events.lost()).extracting(SteadyIncomeLost::months).doesNotContain(3);
        assertThat(count("steady-3")).isEqualTo(1);
        TestStores.page("officer2").get("/stores").then().statusCode(200).body(containsString("¥30,000.00"));
        setting("officer2").formParam("usual", "yes").post(LINE).then().statusCode(303);
        assertThat(county.as("fengcheng", () -> steadiness.threshold())).isEqualTo(1_000_00);
    }

    @Test
    void nextMonthsJudgementIsPlannedOnce() {
        bring(moved());
        bring(moved());
        run();

        assertThat(inZhenping(() -> entities.createNativeQuery(
                                "select count(*) from scheduled_tasks where task_name = 'store.steadiness'"
                                        + " and task_instance ~ '^zhenping/\\d{4}-\\d{2}$'",
                                Long.class)
                        .getSingleResult()))
                .isEqualTo(1L);
    }

    private static ValidatableResponse threshold(String login, String yuan) {
        return setting(login).formParam("yuan", yuan).post(LINE).then();
    }

    private static RequestSpecification setting(String login) {
        String version =
                TestStores.page("officer2").get(LINE).htmlPath().getString("**.find { it.@name == 'version' }.@value");
        return TestStores.page(login).formParam("version", version).formParam("reason", "今年的收入都高了");
    }

    private void bring(String file) {
        TestStores.bring("officer2", store, "douyin", false, file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .statusCode(200);
    }

    /** As the job does it, at once. */
    private void run() {
        county.run("zhenping", () -> job.run("zhenping/test"));
    }

    private void aMonthGoesWrong() {
        YearMonth last = YearMonth.now(clock.withZone(Zones.SHANGHAI)).minusMonths(1);
        inZhenping(() -> entities.createNativeQuery(
                        "update order_lines set state = 'CLOSED' where ordered_at >= :from and county = 'zhenping'")
                .setParameter(
                        "from",
                        last.minusMonths(1)
                                .atDay(1)
                                .atStartOfDay(Zones.SHANGHAI)
                                .toOffsetDateTime())
                .executeUpdate());
    }

    /** The fixture's six months so that the last of them is last month. */
    private String moved() {
        YearMonth last = YearMonth.now(clock.withZone(Zones.SHANGHAI)).minusMonths(1);
        long months = ChronoUnit.MONTHS.between(LAST_OF_THE_FILE, last);
        String file = new String(TestStores.fixture("douyin.csv"), java.nio.charset.StandardCharsets.UTF_8);
        Matcher day = DAY.matcher(file);
        return day.replaceAll(
                found -> LocalDate.parse(found.group()).plusMonths(months).toString());
    }

    private long count(String stage) {
        List<Map<String, Object>> steps = Tokens.as("officer2")
                .get("/api/cohorts/{id}/funnel", cohort)
                .jsonPath()
                .getList("stages");
        return steps.stream()
                .filter(step -> step.get("stage").equals(stage))
                .mapToLong(step -> (Integer) step.get("count"))
                .sum();
    }

    private UUID enrolled() {
        LocalDate today = LocalDate.now(clock.withZone(Zones.SHANGHAI));
        UUID opened = cohorts.open(new NewCohort("steady " + UUID.randomUUID(), today, today.plusMonths(3)));
        UUID officer = UUID.fromString(Tokens.as("officer2").get("/api/me").path("id"));
        cohorts.enrol(
                opened,
                Map.of(trainee, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, "test")),
                Consent.onPaper(officer));
        return opened;
    }

    private <T> T inZhenping(Supplier<T> work) {
        return county.as("zhenping", () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
