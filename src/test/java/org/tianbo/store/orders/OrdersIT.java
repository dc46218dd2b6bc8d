package org.tianbo.store.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.store.opening.TestStores;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OrdersIT extends OrderImports {

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
    void whoSoldIsCountedWithTheFileThatTellsIt() throws SQLException {
        TestStores.bring(COORDINATOR, store, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(200);

        assertThat(count("(select sum(fen) from hosted_sales intersect"
                        + " select sum(paid_fen - refunded_fen) from order_lines where state = 'COMPLETED') same"))
                .isOne();
        assertThat(count("hosted_sales where host_id <> ''")).isPositive();
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
        TestStores.page(SELLER).get("/").then().body(containsString("data-moment=\"income\""));
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
    void monthsWithoutAFileAreNamed() {
        String[] rows = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8).split("\r?\n");
        TestStores.bring(COORDINATOR, store, "douyin", false, part(rows, 1, 3)).statusCode(200);

        TestStores.page(COORDINATOR).get("/stores/{id}", store).then().body(containsString("2026-01 – 2026-03"));
    }

    private void aStoreEmptiedAgain() {
        try {
            DatabaseOwner.takeBackOrders();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
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
