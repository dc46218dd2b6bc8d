package org.tianbo.cohort.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.VisitRecorded;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.time.Zones;
import org.tianbo.store.IncomeChanged;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What was earned when a follow-up was due, by how far it can be believed. Needs the features' real tables. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class IncomeCountsIT {

    private static final String COUNTY = "income-county";
    private static final UUID CLASS_ID = new UUID(8, 1);
    private static final String CLASS = CLASS_ID.toString();

    private static final String FREE =
            "select 1 from enrolments where county = ? and cohort = ? for no key update skip locked";
    private static final String CONFIRMED = "/dashboards/income/people?round=1&kind=confirmed";

    @Inject
    Newcomers newcomers;

    @Inject
    IncomeRecount recount;

    @Inject
    CurrentCounty current;

    @Inject
    Event<VisitRecorded> visited;

    @Inject
    Event<IncomeChanged> earned;

    @Inject
    RoundIncomes incomes;

    @Inject
    IncomeCounts counts;

    @Inject
    CountyReads reads;

    /** A token names the person it was given to, and each test has its own county with its own people. */
    private static int times;

    private OwnCounty county;
    private EarningVillagers villagers;
    private String officer;

    @BeforeEach
    void nineVillagersOfAClassThatEndedThreeMonthsAgo() throws SQLException {
        county = OwnCounty.make(COUNTY);
        officer = "income-officer-" + ++times;
        newcomers.join(COUNTY, officer, Roles.OFFICER);
        villagers = new EarningVillagers(county);
        villagers.join(1, 9);
        villagers.endedClass(CLASS_ID, 1, 9);
        villagers.sale(1, 5);
        villagers.visit(CLASS_ID, 3, 900_000, "VERIFIED");
        villagers.visit(CLASS_ID, 6, 400_000, "VERIFIED");
        villagers.visit(CLASS_ID, 7, 0, "VERIFIED");
        villagers.visit(CLASS_ID, 8, 600_000, "SELF_REPORTED");
        current.run(COUNTY, () -> recount.run(COUNTY));
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @Test
    void aFileComesBeforeWhatWasSeenAndThatBeforeWhatWasToldAndOnlyTheFirstTwoAreEarned() {
        assertThat(page("/dashboards/income"))
                .contains("Still earning: 6 of 9 · 67%", "¥3,166.66 a month on average")
                .contains("5 of 9 · 56%", "2 of 9 · 22%", "1 of 9 · 11%")
                .contains("data-box=\"1000 2000 3000 4000 5000\"", "No class has come so far yet.");
        assertThat(page("/dashboards/income/numbers.csv").lines().skip(1).limit(4))
                .containsExactly(
                        "1,The platform's file,5,9,5,3000.00,2000.00,4000.00,1000.00,5000.00",
                        "1,Seen by the office,2,9,,,,,,",
                        "1,Told by themselves,1,9,,,,,,",
                        "1,Not known,1,9,,,,,,");
    }

    @Test
    void ofFewerThanFiveOnlyTheListSaysWhatTheyEarn() {
        assertThat(page("/dashboards/income"))
                .contains("Fewer than 5 people: open the list")
                .doesNotContain("4,000.00–", "6,000.00");
    }

    @Test
    void eachNumberOpensItsListAndEachLineItsEvidence() {
        assertThat(page(CONFIRMED))
                .contains("name 1", "name 2", "name 3", "¥3,000.00", "/cohorts/" + CLASS + "/trainees/")
                .doesNotContain("name 6", "9,000");
        assertThat(page(CONFIRMED))
                .containsSubsequence("2,000.00–", "1,000.00–", "name 1<", "name 3<", "in the middle", "name 5<");
        assertThat(page("/dashboards/income"))
                .contains("round=1&amp;kind=confirmed\">¥3,000.00<", "round=1&amp;kind=earning\">Still earning");
        assertThat(page("/dashboards/income/people?round=1&kind=earning"))
                .containsSubsequence("name 1<", "name 6<", "name 5<")
                .doesNotContain("name 7<", "name 8<", "in the middle");
        assertThat(page("/dashboards/income/people?round=1&kind=unknown")).contains("name 9", "Not known");
        assertThat(page("/dashboards/income/people?round=2&kind=confirmed")).contains("Nobody.");
        for (String wrong : List.of("round=1&kind=rumour", "round=1", "round=4&kind=confirmed", "kind=confirmed")) {
            Tokens.as(officer).get("/dashboards/income/people?" + wrong).then().statusCode(422);
        }
        Tokens.as("mentor1").get("/dashboards/income").then().statusCode(403);
        Tokens.as("officer1").get("/dashboards/income?cohort=" + CLASS).then().statusCode(404);
    }

    @Test
    void whatBecomesKnownIsCountedAtOnceAndTheRecountFindsNothingElse() throws SQLException {
        villagers.visit(CLASS_ID, 9, 100_000, "SELF_REPORTED");
        villagers.sale(7, 7);
        QuarkusTransaction.requiringNew()
                .run(() -> current.run(COUNTY, () -> {
                    visited.fire(new VisitRecorded(COUNTY, CLASS_ID, OwnCounty.person(9), CLASS_ID, Instant.EPOCH));
                    earned.fire(new IncomeChanged(COUNTY, OwnCounty.person(7), OwnCounty.person(7), Instant.EPOCH));
                }));
        assertThat(page("/dashboards/income"))
                .contains("Still earning: 7 of 9", "6 of 9 · 67%", "2 of 9 · 22%", "0 of 9 · 0%");

        assertThat(recounted()).isZero();

        county.execute("update round_incomes set fen = 1 where county = '" + COUNTY + "' and kind = 'CONFIRMED'");
        assertThat(recounted()).isEqualTo(6);
        assertThat(page(CONFIRMED)).contains("¥7,000.00");
    }

    @Test
    void theNightFindsWhatIsCountedWronglyOfTheCountyAndPutsItRight() throws SQLException {
        county.execute("select fold_income_changes('" + COUNTY + "', 1000)");
        String right = page("/dashboards/income/numbers.csv");
        county.execute(
                "update income_counts set people = people + 3 where kind = 'CONFIRMED' and county = '" + COUNTY + "'");
        county.execute("delete from round_earners where county = '" + COUNTY + "' and trainee = '" + OwnCounty.person(1)
                + "'");
        assertThat(page("/dashboards/income/numbers.csv")).isNotEqualTo(right);

        assertThat(current.<Integer>as(COUNTY, recount::recountCounty)).isEqualTo(6);
        assertThat(page("/dashboards/income/numbers.csv")).isEqualTo(right);
        assertThat(current.<Integer>as(COUNTY, recount::recountCounty)).isZero();
    }

    @Test
    void whoeverEarnsInTwoClassesIsOneEarnerUntilBothAreCountedWithoutThem() throws SQLException {
        UUID other = new UUID(8, 3);
        villagers.endedClass(other, 1, 2);
        assertThat(earners()).isEqualTo(6);

        current.run(COUNTY, () -> recount.recount(other));
        assertThat(earners()).isEqualTo(6);
        assertThat(page("/dashboards/income")).contains("Still earning: 8 of 11");

        county.execute(
                "delete from order_lines where county = '" + COUNTY + "' and store = '" + OwnCounty.person(1) + "'");
        current.run(COUNTY, () -> recount.recount(other));
        assertThat(earners()).isEqualTo(6);
        recounted();
        assertThat(earners()).isEqualTo(5);
        assertThat(current.<Integer>as(COUNTY, recount::recountCounty)).isZero();
    }

    private int earners() {
        return current.as(COUNTY, () -> counts.cost().earners(1));
    }

    @Test
    void anIncomeOfAMonthBeforeTheRoundsIsNotCountedAndALaterOneStandsUnderItsOwnMonth() throws SQLException {
        String seen = "/dashboards/income/people?round=1&kind=verified";
        villagers.visit(CLASS_ID, 9, 777_700, "VERIFIED", "interval '2 months'");
        assertThat(recounted()).isZero();
        assertThat(page(seen)).doesNotContain("name 9", "7,777.00");

        villagers.visit(CLASS_ID, 9, 888_800, "VERIFIED", "interval '0'");
        recounted();
        assertThat(page(seen))
                .contains("name 9", "8,888.00", YearMonth.now(Zones.SHANGHAI).toString());
    }

    @Test
    void ofAClassWithOneEarnerNeitherPageNorFileSaysWhatTheyEarn() throws SQLException {
        UUID small = new UUID(8, 2);
        villagers.endedClass(small, 5, 6);
        current.run(COUNTY, () -> recount.recount(small));

        assertThat(page("/dashboards/income?cohort=" + small))
                .contains("Still earning: 1 of 2")
                .doesNotContain("5,000.00", "data-box", "No income that can be checked");
        assertThat(page("/dashboards/income/numbers.csv?cohort=" + small))
                .contains("1,The platform's file,1,2,,,,,,")
                .doesNotContain("5000");
    }

    @Test
    void whoeverCountsSomebodyHoldsThemAndComparingHoldsNobody() {
        QuarkusTransaction.requiringNew()
                .run(() -> current.run(COUNTY, () -> {
                    assertThat(incomes.differing(CLASS_ID, everybody())).isEmpty();
                    assertThat(free()).isEqualTo(9);
                    incomes.count(CLASS_ID, List.of(OwnCounty.person(9)));
                    assertThat(free()).isEqualTo(8);
                }));
    }

    @Test
    void whoeverLooksAtTheListOfIncomesIsNoted() {
        page(CONFIRMED);

        assertThat(looksAt(1)).containsExactly("LIST");
        assertThat(looksAt(9)).isEmpty();
    }

    private List<String> looksAt(int person) {
        return current.as(
                COUNTY,
                () -> reads.rows(
                        "select what from personal_looks where county = ? and person = ?",
                        row -> row.getString(1),
                        COUNTY,
                        OwnCounty.person(person)));
    }

    private static List<UUID> everybody() {
        return IntStream.rangeClosed(1, 9).mapToObj(OwnCounty::person).toList();
    }

    @Test
    void whatWasSpentIsSharedByThoseWhoStillEarn() {
        assertThat(page("/dashboards/income")).contains("/county/settings/cohort.money-spent");
        Tokens.as(officer)
                .redirects()
                .follow(false)
                .formParams(Map.of("version", "0", "spent", "12000", "reason", "rooms and teachers until now"))
                .post("/county/settings/cohort.money-spent")
                .then()
                .statusCode(303);

        assertThat(page("/dashboards/income"))
                .contains("Spent ¥12,000.00 in all, 6 people still earning: ¥2,000.00 for each of them");
        assertThat(page("/dashboards/income?cohort=" + CLASS)).doesNotContain("Spent");
    }

    private int recounted() {
        return current.as(COUNTY, () -> recount.recount(CLASS_ID));
    }

    /** How many of the class somebody else could count right now. */
    private int free() {
        return QuarkusTransaction.requiringNew().call(() -> reads.rows(FREE, row -> row.getInt(1), COUNTY, CLASS_ID)
                .size());
    }

    private String page(String address) {
        return Tokens.as(officer)
                .accept("text/html, text/csv")
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
