package org.tianbo.store.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;
import org.tianbo.store.Platform;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;

/**
 * Orders, words about accounts and erasures in any order: what is counted along is what a recount of the history says,
 * of each month and of all of them, sums as well as stores and accounts. Needs the application.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class HostingHistoriesIT {

    private static final String COUNTY = "hosting-histories";
    private static final int STORES = 5;
    private static final int ACTIONS = 80;
    private static final List<String> ACCOUNTS = List.of("", "a-1", "a-2", "a-3", "a-4");

    /** Some are before the months that are counted, some after them: a file's clock may be wrong. */
    private static final int EARLIEST = 15;

    private static final int LATEST = -2;

    @Inject
    HostedSales sales;

    @Inject
    HostAccounts accounts;

    @Inject
    HostedSalesRecount recount;

    @Inject
    CurrentCounty current;

    @Inject
    Clock clock;

    private final List<Sold> sold = new ArrayList<>();
    private final Map<String, Whose> said = new HashMap<>();
    private OwnCounty county;
    private YearMonth now;

    private record Sold(int store, String host, YearMonth month, long fen) {}

    @BeforeEach
    void aCountyWithStores() throws SQLException {
        now = YearMonth.now(clock.withZone(Zones.SHANGHAI));
        county = OwnCounty.make(COUNTY);
        county.each("people (id, login, name, created_at)", "{person}, 'hosting-' || n, 's' || n, now()", 1, STORES);
        county.each("stores (id, trainee, path, began_at)", "{person}, {person}, 'x', now()", 1, STORES);
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void whatIsCountedAlongIsWhatTheHistorySays(long seed) throws SQLException {
        Random random = new Random(seed);
        for (int action = 1; action <= ACTIONS; action++) {
            act(random);
            if (action % 10 == 0) {
                agree();
            }
        }
        assertThat(current.<Integer>as(COUNTY, recount::recountCounty)).isZero();

        erase(1 + random.nextInt(STORES));

        agree();
        assertThat(current.<Integer>as(COUNTY, recount::recountCounty)).isZero();
    }

    /** What the test above would say of a wrong count. */
    @ParameterizedTest
    @ValueSource(strings = {"stores = stores + 1", "accounts = accounts + 1", "fen = fen + 1", "lines = lines + 1"})
    void aWrongCountDoesNotPassAndIsPutRightAtNight(String wrong) throws SQLException {
        Random random = new Random(1);
        for (int action = 1; action <= ACTIONS; action++) {
            act(random);
        }
        agree();
        county.execute("update hosting_counts set " + wrong + " where county = '" + COUNTY + "'");

        assertThatThrownBy(this::agree).isInstanceOf(AssertionError.class);

        current.run(COUNTY, () -> recount.run(COUNTY));
        agree();
    }

    private void act(Random random) throws SQLException {
        String host = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        if (random.nextInt(4) > 0) {
            sell(new Sold(
                    1 + random.nextInt(STORES),
                    host,
                    now.minusMonths(LATEST + random.nextInt(EARLIEST - LATEST)),
                    100 + random.nextInt(9_000)));
        } else if (sold.stream().anyMatch(one -> one.host().equals(host)) && !host.isEmpty()) {
            Whose whose = Whose.SAYABLE.get(random.nextInt(Whose.SAYABLE.size()));
            current.run(COUNTY, () -> accounts.say(Platform.DOUYIN, host, whose, "看过直播", OwnCounty.person(1)));
            said.put(host, whose);
        }
    }

    private void sell(Sold one) throws SQLException {
        county.each(
                "order_lines (store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen, state,"
                        + " after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported)",
                "{person}, 'DOUYIN', 'o" + sold.size() + "', 'i', 'rice', 1, " + one.fen() + ", 0, 'COMPLETED', '', '"
                        + one.month() + "-01 00:30+08', '" + one.host() + "', '" + one.host() + "', '', '', {person}",
                one.store(),
                one.store());
        sold.add(one);
        current.run(COUNTY, () -> sales.recount(OwnCounty.person(one.store())));
    }

    /** Through which accounts a store sold is forgotten, and what was said of accounts that sold for it alone. */
    private void erase(int store) throws SQLException {
        String person = "'" + OwnCounty.person(store) + "'";
        county.row(
                "erasures (id, person, asked_by, asked_at, reason, state, decided_by, decided_at)",
                "gen_random_uuid(), " + person + ", " + person + ", now(), '', 'CONFIRMED', gen_random_uuid(), now()");
        county.execute("select erase_hosts('" + COUNTY + "', " + person + ")");
        said.keySet()
                .removeIf(host ->
                        sold.stream().filter(one -> one.host().equals(host)).allMatch(one -> one.store() == store));
        sold.replaceAll(one -> one.store() == store ? new Sold(store, "", one.month(), one.fen()) : one);
    }

    private void agree() {
        HostedNumbers numbers = current.as(COUNTY, sales::numbers);
        List<Sold> counted = sold.stream()
                .filter(one -> !one.month().isBefore(now.minusMonths(12))
                        && !one.month().isAfter(now))
                .toList();
        assertThat(numbers.months())
                .isEqualTo(List.copyOf(
                        new TreeSet<>(counted.stream().map(Sold::month).toList()).descendingSet()));
        for (Whose whose : Whose.values()) {
            assertThat(numbers.of(whose)).as("%s of all months", whose).isEqualTo(sum(null, whose, counted));
            for (YearMonth month : numbers.months()) {
                assertThat(numbers.of(month, whose))
                        .isEqualTo(sum(
                                month,
                                whose,
                                counted.stream()
                                        .filter(one -> one.month().equals(month))
                                        .toList()));
            }
        }
    }

    private HostedNumbers.Sum sum(YearMonth month, Whose whose, List<Sold> all) {
        Predicate<Sold> ofIt =
                one -> whose == (one.host().isEmpty() ? Whose.NONE : said.getOrDefault(one.host(), Whose.UNSAID));
        List<Sold> those = all.stream().filter(ofIt).toList();
        return new HostedNumbers.Sum(
                month,
                whose,
                those.size(),
                those.stream().mapToLong(Sold::fen).sum(),
                distinct(those.stream().map(Sold::host).filter(host -> !host.isEmpty())),
                distinct(those.stream().map(Sold::store)));
    }

    private static int distinct(Stream<?> all) {
        return (int) all.distinct().count();
    }
}
