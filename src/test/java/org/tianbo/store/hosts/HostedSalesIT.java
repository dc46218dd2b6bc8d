package org.tianbo.store.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.time.Zones;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.Downloads;

/** Page, file, lists and a recount of random orders say the same of who sold. Needs the application. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class HostedSalesIT {

    private static final String COUNTY = "who-hosted";
    private static final String AUDITOR = "checks-who-hosted";
    private static final String PAGE = "/stores/hosts";
    private static final int STORES = 4;
    private static final int LINES = 120;
    private static final List<String> ACCOUNTS = List.of("", "d-1", "d-2", "d-3", "只有名字");
    private static final Pattern AMOUNT =
            Pattern.compile("<a href=\"([^\"]*/lines\\?[^\"]*)\">([-\\d,]+\\.\\d{2})</a>");
    private static final Pattern LISTED = Pattern.compile("<td class=\"n\" data-head=\"卖了（元）\">([-\\d,.]+)");

    private static final Pattern STORE = Pattern.compile("<th scope=\"row\"><a href=\"/stores/([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("class=\"next-page\"><a class=\"button\" href=\"([^\"]+)\"");

    @Inject
    Newcomers newcomers;

    @Inject
    HostedSales sales;

    @Inject
    HostedSalesRecount recount;

    @Inject
    CurrentCounty current;

    @Inject
    Clock clock;

    /** Another one each time: what is written here names them, and the county goes with the test. */
    private String officer;

    private OwnCounty county;

    private record Sold(String host, int monthsAgo, boolean completed, long fen) {}

    @BeforeEach
    void storesOfItsOwn() throws SQLException {
        county = OwnCounty.make(COUNTY);
        officer = "asks-who-hosted-" + Ids.next();
        newcomers.join(COUNTY, officer, Roles.OFFICER);
        newcomers.join(COUNTY, AUDITOR, Roles.AUDITOR);
        county.each("people (id, login, name, created_at)", "{person}, 'sells-' || n, 's' || n, now()", 1, STORES);
        county.each("stores (id, trainee, path, began_at)", "{person}, {person}, 'x', now()", 1, STORES);
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62})
    void pageFileListsAndRecountAgree(long seed) throws SQLException {
        Random random = new Random(seed);
        List<Sold> all = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            Sold sold = new Sold(
                    ACCOUNTS.get(random.nextInt(ACCOUNTS.size())),
                    random.nextInt(16),
                    random.nextInt(4) > 0,
                    100 + random.nextInt(9_000));
            all.add(sold);
            order(line, 1 + random.nextInt(STORES), sold);
        }
        // As replicas of the version before left them: nothing was counted, or something else.
        county.row(
                "hosted_sales (store, platform, host_id, month, host_name, lines, fen)",
                "'%s', 'DOUYIN', 'd-9', '2020-01-01', 'x', 1, 1".formatted(OwnCounty.person(1)));
        current.run(COUNTY, () -> recount.run(COUNTY));
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            String host = ACCOUNTS.get(1 + random.nextInt(ACCOUNTS.size() - 1));
            String whose = List.of("villager", "official", "other").get(random.nextInt(3));
            if (all.stream().anyMatch(one -> one.completed() && one.host().equals(host))) {
                say(officer, host, whose, "看过直播").statusCode(303);
                said.put(host, whose);
            }
        }

        List<String> expected = expected(all, said);
        assertThat(Downloads.rows(officer, PAGE + "/numbers.{format}"))
                .extracting(row -> String.join(" ", row))
                .isEqualTo(expected);
        String page = Tokens.page(AUDITOR, PAGE);
        assertThat(rows(page, "hosted-months"))
                .as("the page says so too")
                .isEqualTo(expected.subList(0, expected.size() - 1).stream()
                        .map(row -> row.substring(row.indexOf(' ') + 1))
                        .toList());
        assertThat(String.join(" ", rows(page, "whose")))
                .isEqualTo(expected.get(expected.size() - 1).replaceFirst("^\\D+ ", ""));
        AMOUNT.matcher(page).results().limit(12).forEach(cell -> assertThat(
                        LISTED.matcher(Tokens.page(AUDITOR, cell.group(1).replace("&amp;", "&")))
                                .results()
                                .map(found -> number(found.group(1)))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("the list %s", cell.group(1))
                .isEqualByComparingTo(number(cell.group(2))));
    }

    @Test
    void theShareIsVillagersOfThoseWhoseOwnerIsKnownAndEachWordStaysWritten() throws SQLException {
        for (int line = 1; line <= 20; line++) {
            order(line, 1, new Sold(line <= 15 ? "d-1" : "d-2", 1, true, 100_00));
        }
        order(21, 1, new Sold("d-3", 1, true, 100_00));
        current.run(COUNTY, () -> sales.recount(OwnCounty.person(1)));
        say(officer, "d-1", "official", "记错了").statusCode(303);
        assertThat(Tokens.page(officer, PAGE)).as("of 15 lines nothing is said").contains("还不到 20 行");

        say(officer, "d-1", "villager", "在家里看过她开播").statusCode(303);
        say(officer, "d-2", "official", "是镇长的号").statusCode(303);
        say(officer, "d-3", "villager", "").statusCode(422);
        say(officer, "d-3", "nobody", "不知道").statusCode(422);
        say(officer, "d-9", "villager", "没有这个号").statusCode(404);
        Tokens.form(officer)
                .queryParams("whose", "villager", "month", "+999999999-12")
                .get(PAGE + "/lines")
                .then()
                .statusCode(422);
        say(AUDITOR, "d-3", "villager", "只看不改").statusCode(403);

        assertThat(Tokens.page(AUDITOR, PAGE)).contains("2,000.00", "1,500.00", "75%", "另有 100.00 元");
        assertThat(Tokens.page(AUDITOR, PAGE + "/account?platform=douyin&host=d-1"))
                .contains("记错了", "在家里看过她开播")
                .doesNotContain("<form class=\"card");
    }

    @Test
    void theStoresOfAnAccountArePagedAndItsPageBelongsToTheNumbers() throws SQLException {
        int stores = 230;
        county.each("people (id, login, name, created_at)", "{person}, 'sells-' || n, 's' || n, now()", 5, stores);
        county.each("stores (id, trainee, path, began_at)", "{person}, {person}, 'x', now()", 5, stores);
        county.each(
                "hosted_sales (store, platform, host_id, month, host_name, lines, fen)",
                "{person}, 'DOUYIN', 'd-1', '2026-01-01', '号', 1, 100",
                1,
                stores);

        String address = PAGE + "/account?platform=douyin&host=d-1";
        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        while (address != null) {
            String page = Tokens.page(AUDITOR, address);
            assertThat(page)
                    .contains("<h1>号</h1>", "href=\"/dashboards\" aria-current=\"page\"")
                    .doesNotContain("href=\"/stores\" aria-current");
            List<String> here =
                    STORE.matcher(page).results().map(found -> found.group(1)).toList();
            seen.addAll(here);
            sizes.add(here.size());
            address = NEXT.matcher(page)
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse(null);
        }
        assertThat(sizes).containsExactly(100, 100, 30);
        assertThat(seen).doesNotHaveDuplicates().hasSize(stores);
        assertThat(Tokens.page(AUDITOR, "/stores")).contains("href=\"/stores\" aria-current=\"page\"");
    }

    private static ValidatableResponse say(String login, String host, String whose, String reason) {
        return Tokens.form(login)
                .formParam("platform", "douyin")
                .formParam("host", host)
                .formParam("whose", whose)
                .formParam("reason", reason)
                .post(PAGE + "/account")
                .then();
    }

    private List<String> expected(List<Sold> all, Map<String, String> said) {
        YearMonth now = YearMonth.now(clock.withZone(Zones.SHANGHAI));
        List<Sold> counted = all.stream()
                .filter(one -> one.completed() && one.monthsAgo() <= 12)
                .toList();
        List<String> expected = new ArrayList<>();
        counted.stream()
                .map(Sold::monthsAgo)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .forEach(ago ->
                        expected.add(now.minusMonths(ago) + " " + sums(counted, one -> one.monthsAgo() == ago, said)));
        expected.add("All months " + sums(counted, one -> true, said));
        return expected;
    }

    private static String sums(List<Sold> all, Predicate<Sold> part, Map<String, String> said) {
        return Stream.of("villager", "official", "other", "unsaid", "none")
                .map(whose -> plain(BigDecimal.valueOf(
                        all.stream()
                                .filter(part)
                                .filter(one -> whose.equals(
                                        one.host().isEmpty() ? "none" : said.getOrDefault(one.host(), "unsaid")))
                                .mapToLong(Sold::fen)
                                .sum(),
                        2)))
                .collect(Collectors.joining(" "));
    }

    private void order(int number, int store, Sold sold) throws SQLException {
        boolean named = sold.host().startsWith("d-");
        YearMonth month = YearMonth.now(clock.withZone(Zones.SHANGHAI)).minusMonths(sold.monthsAgo());
        county.row(
                "order_lines (store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen, state,"
                        + " after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported)",
                "'%s', 'DOUYIN', '%d', '1', 'p', 1, %d, 7, '%s', 'NONE', '%s-01 00:30+08', '%s', '%s', '', '', '%1$s'"
                        .formatted(
                                OwnCounty.person(store),
                                number,
                                sold.fen() + 7,
                                sold.completed() ? "COMPLETED" : "SHIPPED",
                                month,
                                named ? sold.host() : "",
                                named ? "号" + sold.host() : sold.host()));
    }

    /** The amounts of each row of a table. */
    private static List<String> rows(String page, String id) {
        int begin = page.indexOf("id=\"" + id + "\"");
        return Stream.of(page.substring(begin, page.indexOf("</table>", begin)).split("<tr"))
                .map(row -> AMOUNT.matcher(row)
                        .results()
                        .map(cell -> plain(number(cell.group(2))))
                        .collect(Collectors.joining(" ")))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static BigDecimal number(String shown) {
        return new BigDecimal(shown.replace(",", ""));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
