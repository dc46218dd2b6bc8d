package org.tianbo.store.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.store.Platform;
import org.tianbo.store.income.IncomeMonth;
import org.tianbo.store.income.MonthlyIncome;
import org.tianbo.store.opening.OpenDaysTest;
import org.tianbo.store.orderfile.OrderFile;
import org.tianbo.store.orderfile.OrderLine;
import org.tianbo.store.orderfile.OrderReader;

/**
 * Order files as the five platforms and the spreadsheet programs of their merchants write them, each with what it must
 * give.
 */
class OrderCasesTest {

    private static final UUID STORE = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    private final Map<OrderLine.Key, OrderLine> counted = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "control-orders-douyin",
                "douyin-aftersale-words",
                "jd-no-aftersale-column",
                "jd-order-states",
                "jd-order-total-on-every-line",
                "kuaishou-code-filled-in-later",
                "kuaishou-two-specs-one-order",
                "order-numbers-zeroed-by-excel",
                "orders-xlsx",
                "pdd-no-style-column",
                "pdd-order-states",
                "pdd-order-states-2",
                "pdd-style-id-empty",
                "pdd-trade-time-empty",
                "quantity-1.0",
                "taobao-main-order-list",
                "taobao-paid-net-of-refund",
                "taobao-qianniu-headers"
            })
    void theCaseGivesWhatItMust(String name) throws IOException {
        JsonNode spec = new ObjectMapper().readTree(file(name, "expect.json"));
        JsonNode expected = spec.get("expect");
        JsonNode first = expected.isArray() ? expected.get(0) : expected;
        Platform platform = Platform.named(spec.get("platform").asText());

        int number = 0;
        for (String input : inputs(name, spec)) {
            JsonNode report = first.get("reports").get(number++);
            assertReport(bring(platform, file(name, input)), report);
        }

        Map<String, IncomeMonth> months = MonthlyIncome.of(counted.values()).months().stream()
                .collect(Collectors.toMap(month -> month.month().toString(), month -> month));
        first.path("months").properties().forEach(month -> assertMonth(months.get(month.getKey()), month.getValue()));
    }

    /** What an import does, with the county's orders in memory. */
    private ImportReport bring(Platform platform, byte[] file) {
        OrderFile read = new OrderReader(new TableReader(1 << 20, 1000), platform, text -> "key", NOW)
                .read(new ByteArrayInputStream(file));
        Map<String, KnownOrder> known = counted.values().stream()
                .collect(Collectors.groupingBy(
                        OrderLine::orderNo,
                        Collectors.collectingAndThen(
                                Collectors.toList(), lines -> new KnownOrder(STORE, false, lines))));
        ImportDiff diff = ImportDiff.of(STORE, OpenDaysTest.openFrom(LocalDate.of(2020, 1, 1)), known, read.rows());
        diff.toWrite().forEach(line -> counted.put(line.key(), line));
        return Orders.report(false, read, diff);
    }

    private static void assertReport(ImportReport report, JsonNode expected) {
        assertThat(report.rows())
                .isEqualTo(report.added()
                        + report.changed()
                        + report.unchanged()
                        + report.merged()
                        + report.earlier()
                        + report.held()
                        + report.rejected().size());
        Map<String, Integer> numbers = Map.of(
                "rows", report.rows(),
                "new", report.added(),
                "changed", report.changed(),
                "unchanged", report.unchanged(),
                "merged", report.merged(),
                "rejected", report.rejected().size());
        numbers.forEach((name, number) -> {
            if (expected.has(name)) {
                assertThat(number).as(name).isEqualTo(expected.get(name).asInt());
            }
        });
        expected.path("codes").forEach(code -> assertThat(report.rejected())
                .allMatch(row -> row.first().code().equals(code.asText())));
    }

    private static void assertMonth(IncomeMonth month, JsonNode expected) {
        Map<String, Long> amounts = Map.of(
                "paidItems", (long) month.paidItems(),
                "paidFen", month.paidFen(),
                "refundedFen", month.refundedFen(),
                "netFen", month.netFen(),
                "completedNetFen", month.completedNetFen());
        expected.properties().forEach(amount -> assertThat(amounts.get(amount.getKey()))
                .as(amount.getKey())
                .isEqualTo(amount.getValue().asLong()));
    }

    private static List<String> inputs(String name, JsonNode spec) {
        if (spec.has("files")) {
            return spec.get("files").valueStream().map(JsonNode::asText).toList();
        }
        return List.of(
                name.equals("orders-xlsx")
                        ? "douyin.xlsx"
                        : spec.get("platform").asText() + ".csv");
    }

    private static byte[] file(String name, String file) {
        try (InputStream in = OrderCasesTest.class.getResourceAsStream("/cases/" + name + "/" + file)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
