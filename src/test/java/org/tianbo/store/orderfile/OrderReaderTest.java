package org.tianbo.store.orderfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.table.UnreadableTable;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.store.Platform;
import org.tianbo.testsupport.Faults;

class OrderReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final String HEADER = "主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,订单状态,售后状态,达人ID,达人昵称,收件人,收件人手机号,收货地址\n";
    private static final String GOOD =
            "\t6901,\t690101,土鸡蛋30枚,2,\"¥1,280.00\",2026-05-01 00:30:00,已完成,-,71001,乡亲直播间,彭龙桂,199 5225-3531,浙江省 "
                    + "杭州市某路76号\n";

    @Test
    void aRowBecomesALineWithoutTheBuyersData() {
        OrderFile file = read(GOOD);

        assertThat(file.report()).isEqualTo(new OrderReport(1, 1, 0, List.of()));
        assertThat(file.lines())
                .containsExactly(new OrderLine(
                        Platform.DOUYIN,
                        "6901",
                        "690101",
                        "土鸡蛋30枚",
                        2,
                        128000,
                        0,
                        OrderState.COMPLETED,
                        AfterSale.NONE,
                        Instant.parse("2026-04-30T16:30:00Z"),
                        "71001",
                        "乡亲直播间",
                        "k" + "19952253531".hashCode(),
                        "k" + "浙江省杭州市某路76号".hashCode()));
        assertThat(file.lines().get(0).month()).hasToString("2026-05");
    }

    @ParameterizedTest
    @CsvSource({
        "已完成, 已冻结, state, orders.state-unknown",
        "已完成, '', state, orders.state-missing",
        "-, 换货成功, after_sale, orders.after-sale-unknown",
        "'\"¥1,280.00\"', 面议, paid, orders.amount-not-a-number",
        "'\"¥1,280.00\"', -5.00, paid, orders.amount-not-a-number",
        "'\"¥1,280.00\"', '', paid, orders.amount-not-a-number",
        "'\"¥1,280.00\"', 10000000.01, paid, orders.amount-too-large",
        "6901, 69011234567890123456789012345678901234567890123456789012345678901, order_no, orders.number-too-long",
        "'30枚,2', '30枚,两件', quantity, orders.quantity-not-a-number",
        "土鸡蛋30枚, '', product, orders.product-missing",
        "6901, 6.98277E+18, order_no, orders.number-cut",
        "690101, 6.98277E+18, item_no, orders.number-cut",
        "690101, '', item_no, orders.item-no-missing",
        "2026-05-01 00:30:00, 2026-02-30 00:30:00, ordered_at, orders.time-unreadable",
        "2026-05-01 00:30:00, 昨天, ordered_at, orders.time-unreadable",
        "2026-05-01 00:30:00, 9999-01-01 00:00:00, ordered_at, orders.time-in-future",
        "2026-05-01 00:30:00, +999999999-12-31 23:59:59, ordered_at, orders.time-in-future",
        "2026-05-01 00:30:00, -999999999-01-01 00:00:00, ordered_at, orders.time-unreadable",
        "2026-05-01 00:30:00, 1900-01-01 00:00:00, ordered_at, orders.time-unreadable",
        "2026-05-01 00:30:00, 2026-11-27 08:00:01, ordered_at, orders.time-in-future",
        "2026-05-01 00:30:00, '', ordered_at, orders.time-missing"
    })
    void aBrokenRowIsReportedAndCostsNoOther(String good, String broken, String field, String code) {
        String brokenRow = GOOD.contains("," + good + ",") || GOOD.contains("\t" + good + ",")
                ? GOOD.replaceFirst("(?<=[,\t])" + Pattern.quote(good) + "(?=,)", broken)
                : GOOD.replace(good, broken);

        OrderFile file = read(brokenRow + GOOD);

        assertThat(Faults.of(file.report().rejected())).containsExactly("2 " + field + " " + code);
        assertThat(file.lines()).hasSize(1);
        assertThat(FaultTexts.of(code, Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(code);
        assertThat(FaultTexts.of(code, Locale.ENGLISH)).isNotEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2026/5/1 0:30, 2026-04-30T16:30:00Z",
        "2026-05-01 00:30, 2026-04-30T16:30:00Z",
        "2026-05-01T00:30:15, 2026-04-30T16:30:15Z",
        "2026-05-01 00:30:15.0, 2026-04-30T16:30:15Z",
        "2026年5月1日 0:30, 2026-04-30T16:30:00Z",
        "2026年5月1日 0时30分, 2026-04-30T16:30:00Z",
        "2026年5月1日0时30分15秒, 2026-04-30T16:30:15Z",
        "2026-05-01  00：30：15, 2026-04-30T16:30:15Z",
        "2026－05－01 00:30, 2026-04-30T16:30:00Z",
        "2026-05-01, 2026-04-30T16:00:00Z",
        "46143.020833333336, 2026-04-30T16:30:00Z",
        "2026-11-27 08:00:00, 2026-11-27T00:00:00Z"
    })
    void timesAreReadAsPlatformsAndSpreadsheetsWriteThem(String time, Instant instant) {
        OrderFile file = read(GOOD.replace("2026-05-01 00:30:00", time));

        assertThat(file.lines()).extracting(OrderLine::orderedAt).containsExactly(instant);
    }

    @Test
    void anUnpaidOrderHasPaidNothingWhateverItsAmountColumnSays() {
        OrderFile file = read(
                GOOD.replace("已完成", "待支付") + GOOD.replace("690101", "690102").replace("已完成", "已关闭"));

        assertThat(file.lines()).extracting(OrderLine::paidFen).containsExactly(0L, 0L);
    }

    @Test
    void aMaskedOrLentPhoneMakesNoBuyer() {
        OrderFile file = read(GOOD.replace("199 5225-3531", "199****3531")
                + GOOD.replace("690101", "690102").replace("199 5225-3531", "19952253531-0042"));

        assertThat(file.lines()).extracting(OrderLine::buyerKey).containsExactly("", "");
    }

    @Test
    void theSameLineTwiceInAFileIsMerged() {
        assertThat(read(GOOD + GOOD).report()).isEqualTo(new OrderReport(2, 1, 1, List.of()));
    }

    @Test
    void aRowWithTheNumberOfAnEarlierOneAndOtherGoodsIsReportedAndNotMerged() {
        OrderFile file = read(GOOD + GOOD.replace("土鸡蛋30枚", "笋干") + GOOD.replace("已完成", "已发货"));

        assertThat(file.lines()).extracting(OrderLine::product).containsExactly("土鸡蛋30枚");
        assertThat(file.report().merged()).isEqualTo(1);
        assertThat(Faults.of(file.report().rejected())).containsExactly("3 item_no orders.same-number-other-sale");
    }

    @Test
    void everyFaultOfARowIsReported() {
        OrderFile file = read(GOOD + GOOD.replace("已完成", "已冻结").replace("2026-05-01 00:30:00", "昨天"));

        assertThat(Faults.of(file.report().rejected()))
                .containsExactly("3 state orders.state-unknown", "3 ordered_at orders.time-unreadable");
    }

    @Test
    void anOrderOfSeveralItemsInTaobaosListOfOrdersAsksForTheItems() {
        OrderFile file = read(
                Platform.TAOBAO,
                "订单编号,买家实际支付金额,订单状态,订单创建时间,宝贝标题,宝贝种类,宝贝总数量,退款金额\n"
                        + "301,39.60,交易成功,2026-05-03 10:00:00,冻米糖500g,1,2,10.00\n"
                        + "302,99.60,交易成功,2026-05-03 10:00:00,\"冻米糖500g，笋干\",2,3,0.00\n");

        assertThat(file.lines()).singleElement().satisfies(line -> assertThat(line.refundedFen())
                .isEqualTo(1000));
        assertThat(Faults.of(file.report().rejected())).containsExactly("3 kinds orders.items-report-needed");
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 49.90, 4990",
        "19.90, 30.00, 4990",
        "49.90, 10.00, 4990",
    })
    void whatIsLeftAfterARefundIsMadeWholeAgain(String paid, String refunded, long whole) {
        OrderFile file = read(
                Platform.TAOBAO,
                "子订单编号,主订单编号,标题,买家应付货款,买家实际支付金额,订单状态,订单创建时间,购买数量,退款状态,退款金额\n" + "1,1,脐橙5kg,49.90," + paid
                        + ",交易成功,2026-04-01 10:58:00,1,退款成功," + refunded + "\n");

        assertThat(file.lines()).extracting(OrderLine::paidFen).containsExactly(whole);
    }

    @Test
    void aPartialRefundIsTakenFromItsOwnColumnWhereThereIsOne() {
        String header = "子订单编号,主订单编号,标题,买家实际支付金额,订单状态,订单创建时间,购买数量,退款状态,退款金额\n";
        String row = "'690101,'6901,脐橙5kg,49.90,交易成功,2026-04-01 10:58:00,1,%s,%s\n";

        OrderFile file = read(
                Platform.TAOBAO,
                header
                        + row.formatted("没有申请退款", "无退款申请")
                        + row.replace("690101", "690102").formatted("退款成功", "10.00")
                        + row.replace("690101", "690103").formatted("退款成功", "无退款申请")
                        + row.replace("690101", "690104").formatted("退款成功", "50.00"));

        assertThat(file.lines()).extracting(OrderLine::refundedFen).containsExactly(0L, 1000L);
        assertThat(Faults.of(file.report().rejected()))
                .containsExactly("4 refunded orders.amount-not-a-number", "5 refunded orders.refund-exceeds-paid");
    }

    @Test
    void whereAMerchantHasNoCodeOfItsOwnThePlatformsProductNumberDistinguishesItems() {
        OrderFile file = read(
                Platform.KUAISHOU,
                "订单号,订单创建时间,订单状态,实付款,商品名称,商品ID,成交数量,售后状态,SKU编码\n"
                        + "6901,2026-04-01 22:04:00,交易成功,¥49.90,脐橙5kg,885,1,无,\n"
                        + "6901,2026-04-01 22:04:00,交易成功,¥19.80,冻米糖500g,881,1,无,SKU7\n");

        assertThat(file.lines()).extracting(OrderLine::itemNo).containsExactly("885", "SKU7");
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void anotherTableIsRefusedByEveryPlatform(Platform platform) {
        assertThatThrownBy(() -> read(platform, "姓名,手机号\n萧桂,19938995625\n"))
                .isInstanceOfSatisfying(
                        UnreadableTable.class, fault -> assertThat(fault.code()).isEqualTo("table.no-header"));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void noBuyersDataLeavesTheReader(Platform platform) throws IOException {
        OrderReader reader = new OrderReader(tables(), platform, text -> "key", NOW);

        String everything = reader.read(fixture(platform)).toString();

        assertThat(everything).doesNotContain("某区某路").doesNotContainPattern("(?<!\\d)199\\d{8}(?!\\d)");
    }

    private static OrderFile read(String rows) {
        return read(Platform.DOUYIN, HEADER + rows);
    }

    private static OrderFile read(Platform platform, String text) {
        return new OrderReader(tables(), platform, value -> "k" + value.hashCode(), NOW)
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static TableReader tables() {
        return new TableReader(1 << 20, 10_000);
    }

    private static InputStream fixture(Platform platform) {
        return OrderReaderTest.class.getResourceAsStream(
                "/fixtures/orders/" + platform.name().toLowerCase(Locale.ROOT) + ".csv");
    }
}
