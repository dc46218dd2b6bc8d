package org.tianbo.store.orderfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.store.Platform;
import org.tianbo.store.opening.OpenDaysTest;
import org.tianbo.store.orders.ImportDiff;
import org.tianbo.store.orders.KnownOrder;

/** An order of 90.00 of two items, 59.90 and 36.00, told in files that name both of them or one. */
class OrderSharesTest {

    private static final UUID STORE = new UUID(0, 1);
    private static final String HEADER = "订单号,商品ID,商品名称,订购数量,京东价,订单金额,结算金额,下单时间,订单状态\n";
    private static final String WITHOUT_AMOUNT = "订单号,商品ID,商品名称,订购数量,京东价,结算金额,下单时间,订单状态\n";
    private static final String RICE = "3,1,大米,1,59.90,95.90,90.00,2026-01-03 10:00:00,";
    private static final String FLOUR = "3,2,米粉,1,36.00,95.90,90.00,2026-01-03 10:00:00,";

    private final Map<OrderLine.Key, OrderLine> counted = new LinkedHashMap<>();
    private ImportDiff diff;

    @Test
    void aLineGivenAloneKeepsItsShare() {
        bring(HEADER, RICE + "等待出库", FLOUR + "等待出库");

        bring(HEADER, RICE + "完成");

        assertThat(paid()).containsExactly(5621L, 3379L);
        assertThat(diff.changed()).hasSize(1);
    }

    @Test
    void aLineGivenAloneThatWentBackGivesItsShareBack() {
        bring(HEADER, RICE + "完成", FLOUR + "完成");

        bring(HEADER, FLOUR + "(删除)完成");

        assertThat(paid()).containsExactly(5621L, 3379L);
        assertThat(counted.values()).extracting(OrderLine::netFen).containsExactly(5621L, 0L);
    }

    @Test
    void aLineMendedLaterTakesItsShareFromTheOneThatWasThere() {
        bring(HEADER, RICE + "完成");
        assertThat(paid()).containsExactly(9000L);

        bring(HEADER, FLOUR + "完成");

        assertThat(paid()).containsExactly(5621L, 3379L);
        assertThat(diff.added()).hasSize(1);
        assertThat(diff.changed()).isEmpty();
    }

    @Test
    void withoutTheOrdersAmountALineDearerThanItsPriceGivesTheTotal() {
        String rice = "3,1,大米,1,59.90,90.00,2026-01-03 10:00:00,完成";
        String flour = "3,2,米粉,1,36.00,90.00,2026-01-03 10:00:00,完成";
        bring(WITHOUT_AMOUNT, rice);

        bring(WITHOUT_AMOUNT, flour);

        assertThat(paid()).containsExactly(4500L, 4500L);
    }

    @Test
    void theWholeOrderAfterOneOfItsLinesIsSharedAnew() {
        bring(HEADER, RICE + "完成");

        bring(HEADER, RICE + "完成", FLOUR + "完成");

        assertThat(paid()).containsExactly(5621L, 3379L);
        assertThat(diff.changed()).hasSize(1);
        assertThat(diff.added()).hasSize(1);
    }

    @Test
    void aTotalThatWasChangedAfterwardsIsSharedAsBefore() {
        bring(HEADER, RICE + "等待出库", FLOUR + "等待出库");

        bring(HEADER, RICE.replace("90.00", "80.00") + "完成");

        assertThat(paid()).containsExactly(4996L, 3004L);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        bring(HEADER, RICE + "完成", FLOUR + "完成");

        bring(HEADER, RICE + "完成", FLOUR + "完成");

        assertThat(diff.toWrite()).isEmpty();
    }

    @Test
    void linesWithAmountsOfTheirOwnKeepThem() {
        String rice = "3,1,大米,1,59.90,95.90,55.00,2026-01-03 10:00:00,";
        String flour = "3,2,米粉,1,36.00,95.90,35.00,2026-01-03 10:00:00,";
        bring(HEADER, rice + "等待出库", flour + "等待出库");

        bring(HEADER, rice + "完成");

        assertThat(paid()).containsExactly(5500L, 3500L);
    }

    private List<Long> paid() {
        return counted.values().stream().map(OrderLine::paidFen).toList();
    }

    private void bring(String header, String... rows) {
        byte[] file =
                Stream.of(rows).collect(Collectors.joining("\n", header, "\n")).getBytes(StandardCharsets.UTF_8);
        OrderFile read = new OrderReader(
                        new TableReader(1 << 20, 1000),
                        Platform.JD,
                        text -> "key",
                        Instant.parse("2026-11-26T00:00:00Z"))
                .read(new ByteArrayInputStream(file));
        assertThat(read.report().rejected()).isEmpty();
        Map<String, KnownOrder> known =
                counted.isEmpty() ? Map.of() : Map.of("3", new KnownOrder(STORE, false, List.copyOf(counted.values())));
        diff = ImportDiff.of(STORE, OpenDaysTest.openFrom(LocalDate.of(2020, 1, 1)), known, read.rows());
        diff.toWrite().forEach(line -> counted.put(line.key(), line));
    }
}
