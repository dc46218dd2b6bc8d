package org.tianbo.store.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.RecordedStoreEvents;
import org.tianbo.store.opening.Store;
import org.tianbo.store.opening.TestStores;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.LargeBody;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OrdersIT {

    private static final String COORDINATOR = "coordinator1";
    private static final String NO_STORE = "019b0000-0000-7000-8000-00000000dead";

    @Inject
    Store stores;

    @Inject
    CurrentCounty county;

    @Inject
    RecordedStoreEvents events;

    private String store;
    private String other;

    @BeforeEach
    void aStoreWithoutOrders() throws SQLException {
        store = TestStores.of(stores, county, "trainee2");
        other = TestStores.of(stores, county, "trainee1");
        DatabaseOwner.takeBackOrders();
        TestStores.open(store, "2026-01-01");
        TestStores.open(other, "2026-01-01");
        events.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"douyin", "kuaishou", "jd", "taobao", "pinduoduo"})
    void aPlatformsFileGivesExactlyTheKnownMonths(String platform) throws IOException {
        JsonNode truth = truth(platform);

        TestStores.bring(COORDINATOR, store, platform, false, TestStores.fixture(platform + ".csv"))
                .statusCode(200)
                .body("rows", equalTo(truth.get("file_lines").asInt()))
                .body("new", equalTo(truth.get("distinct_items").asInt()))
                .body("rejected", hasSize(0));

        JsonPath income = income("officer1");
        assertThat(income.getString("source")).isEqualTo("confirmed");
        assertThat(income.getInt("buyers")).isEqualTo(truth.get("buyers").asInt());
        assertThat(income.getInt("repeatBuyers"))
                .isEqualTo(truth.get("repeat_buyers").asInt());
        List<Map<String, Object>> months = income.getList("months");
        assertThat(months).hasSize(truth.get("months").size());
        months.forEach(month -> assertEqual(month, truth.get("months").get((String) month.get("month"))));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        byte[] file = TestStores.fixture("douyin.csv");
        TestStores.bring(COORDINATOR, store, "douyin", false, file).statusCode(200);
        String before = income(COORDINATOR).prettify();

        TestStores.expect(TestStores.bring(COORDINATOR, store, "douyin", false, file), 0, 0, 1125);

        assertThat(income(COORDINATOR).prettify()).isEqualTo(before);
    }

    @Test
    void overlappingFilesInAnyOrderGiveTheSameIncome() {
        String[] rows = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8).split("\r?\n");
        TestStores.bring(COORDINATOR, store, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(200);
        String whole = income(COORDINATOR).prettify();
        aStoreEmptiedAgain();

        TestStores.bring(COORDINATOR, store, "douyin", false, part(rows, 500, rows.length))
                .statusCode(200);
        TestStores.bring("officer1", store, "douyin", false, part(rows, 1, 700)).statusCode(200);

        assertThat(income(COORDINATOR).prettify()).isEqualTo(whole);
    }

    @Test
    void anOlderExportDoesNotUndoWhatANewerOneKnew() {
        String completed = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8);
        byte[] newer = part(completed.split("\r?\n"), 1, 2);
        byte[] older =
                new String(newer, StandardCharsets.UTF_8).replace("已完成", "已发货").getBytes(StandardCharsets.UTF_8);

        TestStores.expect(TestStores.bring(COORDINATOR, store, "douyin", false, older), 1, 0, 0);
        TestStores.expect(TestStores.bring(COORDINATOR, store, "douyin", false, newer), 0, 1, 0);
        TestStores.expect(TestStores.bring(COORDINATOR, store, "douyin", false, older), 0, 0, 1);

        assertThat(income(COORDINATOR).getLong("months[0].completedNetFen")).isEqualTo(4500);
    }

    @Test
    void aDryRunReportsWhatWouldComeOfItAndStoresNothing() throws SQLException {
        TestStores.expect(
                TestStores.bring(COORDINATOR, store, "douyin", true, TestStores.fixture("douyin.csv")), 1125, 0, 0);

        assertThat(count("order_lines")).isZero();
        assertThat(count("order_imports")).isZero();
        assertThat(count("first_orders")).isZero();
        assertThat(events.firstOrders()).isEmpty();
    }

    @Test
    void theFirstCompletedOrderIsAnnouncedOnce() {
        byte[] file = TestStores.fixture("douyin.csv");
        TestStores.bring(COORDINATOR, store, "douyin", false, file).statusCode(200);
        TestStores.bring(COORDINATOR, store, "douyin", false, file).statusCode(200);

        assertThat(events.firstOrders()).singleElement().satisfies(first -> {
            assertThat(first.store()).hasToString(store);
            assertThat(first.county()).isEqualTo("fengcheng");
            assertThat(first.at()).isEqualTo("2026-04-01T01:43:00Z");
        });
    }

    @Test
    void noBuyersNamePhoneOrAddressIsAnywhereInTheDatabase() throws SQLException {
        String file = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8);
        String[] rows = file.split("\r?\n");
        assertThat(file).contains("彭龙桂", "19952253531", "浙江省杭州市某区某路76号");
        Map<String, String> before = textsByTable();
        TestStores.bring(COORDINATOR, store, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(200);
        // What the import left as it was holds nothing of it.
        Map<String, String> written = textsByTable();
        written.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
        // Another test's roster has some of the same invented names.
        String known = written.keySet().stream().map(before::get).collect(Collectors.joining());
        List<String> header = Arrays.asList(rows[0].replace("\uFEFF", "").split(","));
        List<String> personal = Arrays.stream(rows)
                .skip(1)
                .map(row -> row.split(","))
                .filter(cells -> cells.length == header.size())
                .flatMap(cells ->
                        Stream.of("收件人", "收件人手机号", "收货地址").map(column -> cells[header.indexOf(column)].strip()))
                .filter(value -> value.length() > 1 && !known.contains(value))
                .distinct()
                .toList();
        assertThat(personal).hasSizeGreaterThan(300);

        String everything = String.join("", written.values());
        assertThat(everything).contains("土鸡蛋30枚");
        assertThat(personal.stream().filter(everything::contains)).isEmpty();
    }

    @Test
    void aBrokenRowIsNamedByLineWithATextAndCostsNoOther() {
        String[] rows = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8).split("\r?\n");
        rows[1] = rows[1].replace("已完成", "已冻结");

        TestStores.bring(COORDINATOR, store, "douyin", false, part(rows, 1, 4))
                .statusCode(200)
                .body("rows", equalTo(3))
                .body("new", equalTo(2))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(2))
                .body("rejected[0].field", equalTo("state"))
                .body("rejected[0].code", equalTo("orders.state-unknown"))
                .body("rejected[0].message", containsString("不认识"));
    }

    @Test
    void whatIsNoOrderFileOfThatPlatformIsRefusedWhole() throws Exception {
        TestStores.bring(COORDINATOR, store, "douyin", false, TestStores.fixture("jd.csv"))
                .statusCode(422);
        TestStores.bring(COORDINATOR, store, "douyin", false, new byte[] {'P', 'K', 3, 4, 0})
                .statusCode(422)
                .body("code", equalTo("table.damaged"));
        TestStores.bring(COORDINATOR, store, "douyin", false, new byte[0]).statusCode(422);
        TestStores.bring(COORDINATOR, store, "weixin", false, TestStores.fixture("jd.csv"))
                .statusCode(422)
                .body("code", equalTo("orders.platform-unknown"));
        assertThat(LargeBody.statusOf(
                        "POST",
                        "/api/stores/" + store + "/orders?platform=douyin",
                        COORDINATOR,
                        new byte[(16 << 20) + 1],
                        "Content-Type",
                        "text/csv"))
                .isEqualTo(413);
        Tokens.as(COORDINATOR)
                .multiPart("file", "douyin.csv", TestStores.fixture("douyin.csv"))
                .post("/api/stores/{id}/orders?platform=douyin", store)
                .then()
                .statusCode(415);

        assertThat(count("order_imports")).isZero();
    }

    @Test
    void aStoreThatIsNotOpenTakesNoOrders() throws SQLException {
        TestStores.closed(store);

        TestStores.bring(COORDINATOR, store, "douyin", true, TestStores.fixture("douyin.csv"))
                .statusCode(409)
                .body("code", equalTo("orders.store-not-open"));
        assertThat(count("order_imports")).isZero();
    }

    @Test
    void ordersFromBeforeTheOpeningAreReportedAndNotCounted() throws SQLException {
        TestStores.closed(store);
        TestStores.open(store, "2026-05-01");

        int earlier = TestStores.bring(COORDINATOR, store, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(200)
                .body("rejected", hasSize(0))
                .extract()
                .path("earlier");

        assertThat(earlier).isPositive();
        assertThat(count("order_lines")).isEqualTo(1125 - earlier);
        assertThat(income(COORDINATOR).getList("months.month")).first().isEqualTo("2026-05");
    }

    @Test
    void theSameOrderCountsOnceInTheCountyAndAnOfficerDecidesWhere() throws SQLException {
        String[] rows = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8).split("\r?\n");
        String number = rows[1].split(",")[0].strip();
        int items = (int) Arrays.stream(rows)
                .skip(1)
                .takeWhile(row -> row.contains(number))
                .count();
        TestStores.bring(COORDINATOR, store, "douyin", false, part(rows, 1, 1 + items))
                .statusCode(200)
                .body("new", equalTo(items));
        String before = income(COORDINATOR).prettify();

        TestStores.bring(COORDINATOR, other, "douyin", false, part(rows, 1, 2 + items))
                .statusCode(200)
                .body("held", equalTo(items))
                .body("new", equalTo(1));
        TestStores.bring(COORDINATOR, other, "douyin", false, part(rows, 1, 2 + items))
                .statusCode(200)
                .body("held", equalTo(items))
                .body("unchanged", equalTo(1));
        assertThat(income(COORDINATOR).prettify()).isEqualTo(before);

        TestStores.page("officer1").get("/stores/{id}", store).then().body(containsString(number));
        TestStores.page(COORDINATOR).get("/stores/{id}", store).then().body(not(containsString(number)));
        TestStores.page("trainee1").get("/my-store").then().body(not(containsString(number)));
        decide(COORDINATOR, number, other, "看过后台").statusCode(403);
        decide("officer2", number, other, "看过后台").statusCode(404);
        decide("officer1", number, other, " ").statusCode(422);
        decide("officer1", number, NO_STORE, "看过后台").statusCode(422);
        decide("officer1", number, other, "看过后台").statusCode(303);
        decide("officer1", number, store, "看过后台").statusCode(409);

        assertThat(income(COORDINATOR).getList("months")).isEmpty();
        assertThat(count("order_lines")).isEqualTo(items + 1);
        TestStores.bring(COORDINATOR, store, "douyin", false, part(rows, 1, 1 + items))
                .statusCode(200)
                .body("rejected", hasSize(items))
                .body("rejected[0].code", equalTo("orders.decided-for-another-store"));
    }

    @Test
    void ofTwoStoresThatBringTheSameOrdersAtOnceOneCounts() throws Exception {
        byte[] file = TestStores.fixture("douyin.csv");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> held = both.invokeAll(Stream.of(store, other)
                    .<Callable<Integer>>map(each -> () -> TestStores.bring(COORDINATOR, each, "douyin", false, file)
                            .statusCode(200)
                            .extract()
                            .path("held"))
                    .toList());

            assertThat(held.get(0).get() + held.get(1).get()).isEqualTo(1125);
        } finally {
            both.shutdown();
        }
        assertThat(count("order_lines")).isEqualTo(1125);
        assertThat(count("held_order_lines")).isEqualTo(1125);
    }

    @Test
    void theRejectedRowsComeBackAsAFileToMend() throws SQLException {
        String[] rows = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8).split("\r?\n");
        rows[2] = rows[2].replace("已完成", "已冻结");

        String sheet = Tokens.as(COORDINATOR)
                .contentType("application/octet-stream")
                .accept("text/csv")
                .header("Accept-Language", "en")
                .body(part(rows, 1, 4))
                .post("/api/stores/{id}/orders/rejected?platform=douyin", store)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("rejected.csv"))
                .extract()
                .asString();

        assertThat(sheet.lines()).hasSize(2);
        assertThat(sheet).contains("已冻结", "This order state is not known");
        assertThat(count("order_imports")).isZero();
        TestStores.bring(
                        COORDINATOR,
                        store,
                        "douyin",
                        false,
                        sheet.replace("已冻结", "已完成").getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("new", equalTo(1));
    }

    @Test
    void monthsWithoutAFileAreNamed() {
        String[] rows = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8).split("\r?\n");
        TestStores.bring(COORDINATOR, store, "douyin", false, part(rows, 1, 3)).statusCode(200);

        TestStores.page(COORDINATOR).get("/stores/{id}", store).then().body(containsString("2026-01 – 2026-03"));
    }

    @Test
    void anotherCountysStoreIsNotThere() {
        TestStores.bring("officer2", store, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(404);
        TestStores.bring(COORDINATOR, NO_STORE, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(404);
        Tokens.as("officer2").get("/api/stores/{id}/income", store).then().statusCode(404);
    }

    @Test
    void traineesReadTheirOwnIncomeOnlyAndBringNoFiles() {
        Tokens.as("trainee2").get("/api/stores/{id}/income", store).then().statusCode(200);
        Tokens.as("trainee1").get("/api/stores/{id}/income", store).then().statusCode(404);
        Tokens.as("auditor1").get("/api/stores/{id}/income", store).then().statusCode(200);
        Tokens.as("mentor1").get("/api/stores/{id}/income", store).then().statusCode(403);
        TestStores.bring("trainee2", store, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(403);
    }

    @Test
    void aMonthThatCannotBeReadIsNamed() {
        Tokens.as(COORDINATOR)
                .get("/api/stores/{id}/income?from=April", store)
                .then()
                .statusCode(422)
                .body("code", equalTo("orders.month-unreadable"))
                .body("errors[0].field", equalTo("from"));
    }

    private ValidatableResponse decide(String login, String order, String store, String reason) {
        return TestStores.page(login)
                .formParams("platform", "douyin", "order", order, "store", store, "reason", reason)
                .post("/stores/{id}/contested", this.store)
                .then();
    }

    private void aStoreEmptiedAgain() {
        try {
            DatabaseOwner.takeBackOrders();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JsonPath income(String login) {
        return Tokens.as(login)
                .get("/api/stores/{id}/income?from=2026-01&to=2026-12", store)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long count(String table) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Everything in the database, as text. */
    private static Map<String, String> textsByTable() throws SQLException {
        List<String> tables = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            try (ResultSet rows =
                    statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                StringBuilder text = new StringBuilder();
                try (ResultSet rows = statement.executeQuery("select t::text from \"" + table + "\" t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
                texts.put(table, text.toString());
            }
        }
        return texts;
    }

    private static byte[] part(String[] rows, int from, int to) {
        return Stream.concat(Stream.of(rows[0]), Arrays.stream(rows, from, to))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void assertEqual(Map<String, Object> month, JsonNode truth) {
        assertThat(month.get("paidItems")).isEqualTo(truth.get("paid_items").asInt());
        assertThat(month.get("paidFen")).isEqualTo(fen(truth, "paid"));
        assertThat(month.get("refundedItems"))
                .isEqualTo(truth.get("refunded_items").asInt());
        assertThat(month.get("refundedFen")).isEqualTo(fen(truth, "refunded"));
        assertThat(month.get("netFen")).isEqualTo(fen(truth, "net"));
        assertThat(month.get("completedNetFen")).isEqualTo(fen(truth, "completed_net"));
    }

    private static int fen(JsonNode truth, String amount) {
        return truth.get(amount).decimalValue().movePointRight(2).intValueExact();
    }

    private static JsonNode truth(String platform) throws IOException {
        return new ObjectMapper().readTree(TestStores.fixture("truth.json")).get(platform);
    }
}
