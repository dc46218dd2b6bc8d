package org.tianbo.cohort.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.cohort.VisitRecorded;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.time.Zones;
import org.tianbo.store.IncomeChanged;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * Sales and visits in any order: the page, the file, the lists and a recount of the history say the same. Needs the
 * application and the features' real tables.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class IncomeHistoriesIT {

    private static final String COUNTY = "income-histories";
    private static final int PEOPLE = IncomeHistory.PEOPLE;
    private static final String OFFICER = "income-historian";
    private static final int ACTIONS = 60;
    private static final int SHORT_PAGE = 3;
    private static final IncomeCounts.Of EVERYBODY = new IncomeCounts.Of(Optional.empty(), Optional.empty());
    private static final Pattern AMOUNT = Pattern.compile("<td class=\"n\"[^>]*>¥([\\d,.]+)");
    private static final Pattern LINE = Pattern.compile("<th scope=\"row\"><a href=\"/cohorts/");
    private static final Pattern CELL =
            Pattern.compile("<a href=\"(/dashboards/income/people[^\"]*)\">(\\d+) of (\\d+)");

    @Inject
    Newcomers newcomers;

    @Inject
    IncomeRecount recount;

    @Inject
    IncomeCounts counts;

    @Inject
    CurrentCounty current;

    @Inject
    Event<VisitRecorded> visited;

    @Inject
    Event<IncomeChanged> earned;

    @Inject
    Clock clock;

    private IncomeHistory history;
    private OwnCounty county;
    private YearMonth now;

    @BeforeEach
    void aCountyWithTwoClassesThatEnded() throws SQLException {
        now = YearMonth.now(clock.withZone(Zones.SHANGHAI));
        history = new IncomeHistory(now);
        county = OwnCounty.make(COUNTY);
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        county.each(
                "people (id, login, name, created_at)", "{person}, 'history-' || n, 'name ' || n, now()", 1, PEOPLE);
        county.each("stores (id, trainee, path, began_at)", "{person}, {person}, 'own', now()", 1, PEOPLE);
        for (UUID cohort : IncomeHistory.CLASSES.keySet()) {
            String ended =
                    "'" + now.minusMonths(IncomeHistory.CLASSES.get(cohort)).atDay(1) + "'";
            county.row(
                    "cohorts (id, name, starts_on, ends_on, opened_at)",
                    "'" + cohort + "', '" + cohort + "', " + ended + "::date - 90, " + ended + ", now()");
            county.each(
                    "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at)",
                    "gen_random_uuid(), '" + cohort + "', {person}, 'paper', now() - interval '500 days', now()",
                    1,
                    PEOPLE);
        }
        current.run(COUNTY, () -> recount.run(COUNTY));
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void pageFileListsAndRecountAgree(long seed) throws SQLException {
        Random random = new Random(seed);
        for (int action = 1; action <= ACTIONS; action++) {
            act(random);
            if (random.nextInt(10) == 0) {
                fold(1 + random.nextInt(20));
            }
            if (action % 30 == 0) {
                agree();
            }
        }
        for (UUID cohort : IncomeHistory.CLASSES.keySet()) {
            assertThat(current.<Integer>as(COUNTY, () -> recount.recount(cohort)))
                    .isZero();
        }
        assertThat(current.<Integer>as(COUNTY, recount::recountCounty)).isZero();
    }

    /** What the test above would say of an income that is counted wrongly. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "round_incomes set fen = fen + 100 where fen is not null",
                "round_incomes set kind = 'VERIFIED' where kind = 'CONFIRMED'",
                "income_counts set people = people + 1 where kind = 'CONFIRMED'",
                "income_counts set people = people + 1 where kind = 'EARNER'",
                "income_counts set band = band + 1000 where kind = 'CONFIRMED' and band > 0"
            })
    void aWrongNumberDoesNotPass(String wrong) throws SQLException {
        Random random = new Random(1);
        for (int action = 1; action <= ACTIONS; action++) {
            act(random);
        }
        fold(Integer.MAX_VALUE);
        agree();
        county.execute("update " + wrong + " and county = '" + COUNTY + "'");

        assertThatThrownBy(this::agree).isInstanceOf(AssertionError.class);

        current.run(COUNTY, () -> recount.run(COUNTY));
        // Whatever was wrong, a night later nothing is.
        current.run(COUNTY, () -> recount.run(COUNTY));
        agree();
    }

    /** As the job does it every few seconds, though not so few at a time. */
    private void fold(int most) throws SQLException {
        county.execute("select fold_income_changes('" + COUNTY + "', " + most + ")");
    }

    private void act(Random random) throws SQLException {
        int person = 1 + random.nextInt(PEOPLE);
        if (random.nextInt(3) > 0) {
            sell(new IncomeHistory.Sale(
                    person, now.minusMonths(random.nextInt(12)), amount(random, 10_000), random.nextInt(4) > 0));
        } else {
            visit(new IncomeHistory.Visit(
                    List.copyOf(IncomeHistory.CLASSES.keySet()).get(random.nextInt(2)),
                    person,
                    1 + random.nextInt(3),
                    now.minusMonths(random.nextInt(12)),
                    amount(random, 20_000),
                    random.nextBoolean() ? IncomeKind.VERIFIED : IncomeKind.SELF_REPORTED));
        }
    }

    /** Nothing, or one of many amounts that begin with the same two digits. */
    private static long amount(Random random, long from) {
        return random.nextInt(5) == 0 ? 0 : from + random.nextInt(900);
    }

    private void sell(IncomeHistory.Sale sale) throws SQLException {
        LocalDate day = sale.month().atDay(1 + history.sales().size() % 28);
        county.each(
                "order_lines (store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen, state,"
                        + " after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported)",
                "{person}, 'DOUYIN', 'o" + history.sales().size() + "', 'i', 'rice', 1, " + sale.fen() + ", 0, '"
                        + (sale.completed() ? "COMPLETED" : "PAID") + "', '', '"
                        + day + " 00:00+08', '', '', '', '', {person}",
                sale.person(),
                sale.person());
        history.sales().add(sale);
        if (sale.completed()) {
            county.execute("insert into settled_months (county, store, month) values ('" + COUNTY + "', '"
                    + OwnCounty.person(sale.person()) + "', '" + sale.month().atDay(1) + "') on conflict do nothing");
        }
        UUID who = OwnCounty.person(sale.person());
        fire(() -> earned.fire(new IncomeChanged(COUNTY, who, who, Instant.EPOCH)));
    }

    private void visit(IncomeHistory.Visit visit) throws SQLException {
        UUID id = new UUID(7, history.visits().size() + 1);
        county.each(
                "follow_up_visits (id, cohort, trainee, round, method, outcome, visited_on, counts_on, store_why,"
                        + " income_fen, income_month, income_seen, income_claim, help, next_step, satisfaction_words,"
                        + " visited_by, received_at, reason, withdrawn)",
                "'" + id + "', '" + visit.cohort() + "', {person}, " + visit.round() + ", 'IN_PERSON', 'MET', '"
                        + now.atDay(1) + "', '" + now.atDay(1) + "', '', " + visit.fen() + ", '"
                        + visit.month().atDay(1) + "', 'PLATFORM_SCREEN', '" + visit.claim()
                        + "', '', '', '', {person}, now(), '', false",
                visit.person(),
                visit.person());
        history.visits().add(visit);
        UUID who = OwnCounty.person(visit.person());
        fire(() -> visited.fire(new VisitRecorded(COUNTY, visit.cohort(), who, id, Instant.EPOCH)));
    }

    private void fire(Runnable event) {
        QuarkusTransaction.requiringNew().run(() -> current.run(COUNTY, event));
    }

    private void agree() {
        String page = get("/dashboards/income");
        List<String> file =
                get("/dashboards/income/numbers.csv").lines().skip(1).toList();
        List<MatchResult> cells = CELL.matcher(page).results().toList();
        List<String> expected = new ArrayList<>();
        int cell = 0;
        IncomeCounts.Cost cost = current.as(COUNTY, counts::cost);
        for (int round = 1; round <= IncomeHistory.ROUND_MONTHS.length; round++) {
            List<IncomeHistory.Income> all = history.incomes(round);
            assertThat(cost.earners(round)).as("earners of round %d", round).isEqualTo(history.earners(round));
            for (IncomeKind kind : IncomeKind.values()) {
                List<IncomeHistory.Income> ofKind =
                        all.stream().filter(one -> one.kind() == kind).toList();
                expected.add(IncomeHistory.row(round, kind, all.size(), ofKind));
                if (!all.isEmpty()) {
                    String address = cells.get(cell).group(1).replace("&amp;", "&");
                    assertThat(cells.get(cell).group(2) + " of "
                                    + cells.get(cell).group(3))
                            .as("the page's %s", address)
                            .isEqualTo(ofKind.size() + " of " + all.size());
                    listed(address, kind, ofKind);
                    cell++;
                }
                walked(round, Optional.of(kind), one -> one.kind() == kind);
            }
            walked(round, Optional.empty(), IncomeHistory::isEarned);
        }
        assertThat(file).as("the file").isEqualTo(expected);
        assertThat(cells).hasSize(cell);
    }

    private void walked(int round, Optional<IncomeKind> kind, Predicate<IncomeHistory.Income> behind) {
        IncomeHistory.walked(
                from -> current.as(COUNTY, () -> counts.page(EVERYBODY, round, kind, from, SHORT_PAGE)),
                history.incomes(round).stream().filter(behind).toList());
    }

    private static void listed(String address, IncomeKind kind, List<IncomeHistory.Income> ofKind) {
        String list = get(address);
        assertThat(LINE.matcher(list).results().count()).as(address).isEqualTo(ofKind.size());
        if (kind != IncomeKind.UNKNOWN) {
            assertThat(AMOUNT.matcher(list)
                            .results()
                            .map(one -> one.group(1))
                            .sorted()
                            .toList())
                    .as(address)
                    .isEqualTo(ofKind.stream()
                            .map(one -> String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(one.fen(), 2)))
                            .sorted()
                            .toList());
        }
    }

    private static String get(String address) {
        return Tokens.as(OFFICER)
                .accept("text/html, text/csv")
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
