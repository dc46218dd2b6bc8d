package org.tianbo.store.income;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.store.Platform;
import org.tianbo.store.orderfile.AfterSale;
import org.tianbo.store.orderfile.OrderFile;
import org.tianbo.store.orderfile.OrderLine;
import org.tianbo.store.orderfile.OrderReader;
import org.tianbo.store.orderfile.OrderState;

class MonthlyIncomeTest {

    private static final Instant MAY = Instant.parse("2026-05-10T04:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-10T04:00:00Z");

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aPlatformsFileGivesExactlyTheKnownMonths(Platform platform) throws IOException {
        JsonNode truth = truth(platform);
        OrderFile file = read(platform);

        MonthlyIncome income = MonthlyIncome.of(file.lines());

        assertThat(file.report().rows()).isEqualTo(truth.get("file_lines").asInt());
        assertThat(file.report().accepted())
                .isEqualTo(truth.get("distinct_items").asInt());
        assertThat(file.report().merged())
                .isEqualTo(file.report().rows() - file.report().accepted());
        assertThat(file.report().rejected()).isEmpty();
        assertThat(income.buyers())
                .isEqualTo(new Buyers(
                        truth.get("buyers").asInt(), truth.get("repeat_buyers").asInt()));
        assertThat(income.months()).hasSize(truth.get("months").size());
        income.months()
                .forEach(month ->
                        assertEqual(month, truth.get("months").get(month.month().toString())));
    }

    @Test
    void overlappingFilesInAnyOrderCountEachLineOnce() {
        List<OrderLine> lines = read(Platform.DOUYIN).lines();
        List<OrderLine> overlapping = new ArrayList<>(lines.subList(300, lines.size()));
        overlapping.addAll(lines.subList(0, 600));
        overlapping.addAll(lines);
        Collections.shuffle(overlapping, new Random(7));

        assertThat(MonthlyIncome.of(overlapping)).isEqualTo(MonthlyIncome.of(lines));
    }

    @Test
    void anOrderNumberOfAnotherPlatformIsAnotherOrder() {
        OrderLine line = line("1", "a", MAY, OrderState.COMPLETED, 0);
        OrderLine elsewhere = new OrderLine(
                Platform.JD, "1", "a", "米", 1, 1000, 0, OrderState.COMPLETED, AfterSale.NONE, MAY, "", "", "buyer", "");

        MonthlyIncome income = MonthlyIncome.of(List.of(line, elsewhere));

        assertThat(income.months()).extracting(IncomeMonth::paidItems).containsExactly(2);
        assertThat(income.buyers()).isEqualTo(new Buyers(1, 1));
    }

    @Test
    void aLineMetAgainCountsAsLastKnownWhicheverFileCameFirst() {
        OrderLine shipped = line("1", "a", MAY, OrderState.SHIPPED, 0);
        OrderLine completed = line("1", "a", MAY, OrderState.COMPLETED, 0);
        OrderLine refunded = line("1", "a", MAY, OrderState.COMPLETED, 1000);

        assertThat(DistinctOrderLines.of(List.of(completed, refunded, shipped)).lines())
                .containsExactly(refunded);
        assertThat(DistinctOrderLines.of(List.of(shipped, completed)).lines()).containsExactly(completed);
        assertThat(DistinctOrderLines.of(List.of(completed, shipped)).lines()).containsExactly(completed);
    }

    @Test
    void aPartialRefundLeavesTheRestAsNetAndTheBuyerABuyer() {
        MonthlyIncome income = MonthlyIncome.of(List.of(line("1", "a", MAY, OrderState.COMPLETED, 300)));

        IncomeMonth may = income.months().get(0);
        assertThat(may.refundedItems()).isEqualTo(1);
        assertThat(may.netFen()).isEqualTo(700);
        assertThat(may.completedNetFen()).isEqualTo(700);
        assertThat(income.buyers()).isEqualTo(new Buyers(1, 0));
    }

    @Test
    void whoBuysInTwoMonthsIsARepeatBuyerOfTheWholeButOfNeitherMonth() {
        MonthlyIncome income = MonthlyIncome.of(List.of(
                line("1", "a", MAY, OrderState.COMPLETED, 0),
                line("1", "b", MAY, OrderState.COMPLETED, 0),
                line("2", "a", JUNE, OrderState.SHIPPED, 0)));

        assertThat(income.months()).extracting(IncomeMonth::buyers).containsExactly(new Buyers(1, 0), new Buyers(1, 0));
        assertThat(income.buyers()).isEqualTo(new Buyers(1, 1));
    }

    @Test
    void aMonthBeginsAtMidnightInChina() {
        MonthlyIncome income = MonthlyIncome.of(List.of(
                line("1", "a", Instant.parse("2026-04-30T15:59:59Z"), OrderState.COMPLETED, 0),
                line("2", "a", Instant.parse("2026-04-30T16:00:00Z"), OrderState.COMPLETED, 0)));

        assertThat(income.months())
                .extracting(month -> month.month().toString())
                .containsExactly("2026-04", "2026-05");
    }

    private static OrderLine line(String order, String item, Instant at, OrderState state, long refunded) {
        AfterSale afterSale = refunded > 0 ? AfterSale.REFUNDED : AfterSale.NONE;
        return new OrderLine(
                Platform.DOUYIN, order, item, "米", 1, 1000, refunded, state, afterSale, at, "", "", "buyer", "");
    }

    private static void assertEqual(IncomeMonth month, JsonNode truth) {
        assertThat(month.paidItems()).isEqualTo(truth.get("paid_items").asInt());
        assertThat(month.paidFen()).isEqualTo(fen(truth, "paid"));
        assertThat(month.refundedItems()).isEqualTo(truth.get("refunded_items").asInt());
        assertThat(month.refundedFen()).isEqualTo(fen(truth, "refunded"));
        assertThat(month.netFen()).isEqualTo(fen(truth, "net"));
        assertThat(month.completedNetFen()).isEqualTo(fen(truth, "completed_net"));
    }

    private static long fen(JsonNode truth, String amount) {
        return truth.get(amount).decimalValue().movePointRight(2).longValueExact();
    }

    private static OrderFile read(Platform platform) {
        return new OrderReader(
                        new TableReader(1 << 20, 10_000),
                        platform,
                        text -> "key of " + text,
                        JUNE.plus(Duration.ofDays(200)))
                .read(fixture(platform.name().toLowerCase(Locale.ROOT) + ".csv"));
    }

    private static JsonNode truth(Platform platform) throws IOException {
        return new ObjectMapper()
                .readTree(fixture("truth.json"))
                .get(platform.name().toLowerCase(Locale.ROOT));
    }

    private static InputStream fixture(String file) {
        return MonthlyIncomeTest.class.getResourceAsStream("/fixtures/orders/" + file);
    }
}
