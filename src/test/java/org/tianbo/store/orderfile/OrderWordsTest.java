package org.tianbo.store.orderfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.store.Platform;
import org.tianbo.testsupport.Faults;

/** Words for an order's state and for its after-sale, as they stand in files beside those of the cases. */
class OrderWordsTest {

    private static final Map<Platform, String> FILES = Map.of(
            Platform.DOUYIN, "主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,订单状态,售后状态\n1,1,米,1,36.00,2026-05-03 10:00:00,%s,%s\n",
            Platform.KUAISHOU, "订单号,商品ID,商品名称,成交数量,实付款,订单创建时间,订单状态,售后状态\n1,1,米,1,36.00,2026-05-03 10:00:00,%s,%s\n",
            Platform.JD, "订单号,商品ID,商品名称,订购数量,结算金额,下单时间,订单状态,售后状态\n1,1,米,1,36.00,2026-05-03 10:00:00,%s,%s\n",
            Platform.TAOBAO, "主订单编号,子订单编号,标题,购买数量,买家实际支付金额,订单创建时间,订单状态,退款状态\n1,1,米,1,36.00,2026-05-03 10:00:00,%s,%s\n",
            Platform.PINDUODUO,
                    "订单号,样式ID,商品,商品数量(件),商家实收金额(元),订单成交时间,订单状态,售后状态\n1,1,米,1,36.00,2026-05-03 10:00:00,%s,%s\n");

    @ParameterizedTest
    @CsvSource({
        "DOUYIN, 待付款, -, UNPAID, NONE",
        "DOUYIN, ' 已 完成 ', ' - ', COMPLETED, NONE",
        "DOUYIN, 已完成, 退款完成, COMPLETED, REFUNDED",
        "DOUYIN, 已发货, '同意退款,退款成功', SHIPPED, REFUNDED",
        "DOUYIN, 已发货, 待买家退货, SHIPPED, OPEN",
        "KUAISHOU, 待收货, 无售后, SHIPPED, NONE",
        "KUAISHOU, 交易失败, '', CLOSED, NONE",
        "KUAISHOU, 订单完成, 已退款, COMPLETED, REFUNDED",
        "JD, （锁定）等待确认收货, '', SHIPPED, OPEN",
        "JD, (删除) 等待付款确认, '', CLOSED, NONE",
        "JD, (删除)完成, '', COMPLETED, REFUNDED",
        "JD, (锁定)等待付款, '', UNPAID, NONE",
        "TAOBAO, '买家已付款,等待卖家发货', '', PAID, NONE",
        "TAOBAO, 卖家部分发货, 没有申请退款, SHIPPED, NONE",
        "TAOBAO, 交易被淘宝关闭, '', CLOSED, NONE",
        "TAOBAO, 交易成功, 退款处理中, COMPLETED, OPEN",
        "PINDUODUO, '未发货,退款中', 售后处理中, PAID, OPEN",
        "PINDUODUO, '已发货，待收货，退款成功', 退款成功, SHIPPED, REFUNDED",
        "PINDUODUO, 未成团，退款成功, 退款成功, CLOSED, REFUNDED",
        "PINDUODUO, 待签收, 无售后, SHIPPED, NONE",
        "PINDUODUO, 已付款，待成团, '', PAID, NONE"
    })
    void theWordIsKnown(Platform platform, String state, String afterSale, OrderState known, AfterSale knownAfter) {
        OrderFile file = read(platform, state, afterSale);

        assertThat(Faults.of(file.report().rejected())).isEmpty();
        assertThat(file.lines()).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(known);
            assertThat(line.afterSale()).isEqualTo(knownAfter);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "DOUYIN, 已冻结, 换货成功",
        "KUAISHOU, 已完成了, 部分退款",
        "JD, (暂停)等待出库, 换货完成",
        "TAOBAO, 完成, 部分退款成功",
        "PINDUODUO, 已收货，换货成功, 补寄成功"
    })
    void aWordWhoseMeaningForTheMoneyIsNotKnownIsReportedWithBothFaults(
            Platform platform, String state, String afterSale) {
        OrderFile file = read(platform, state, afterSale);

        assertThat(file.lines()).isEmpty();
        assertThat(Faults.of(file.report().rejected()))
                .isEqualTo(List.of("2 state orders.state-unknown", "2 after_sale orders.after-sale-unknown"));
        assertThat(file.report().rejected().get(0).first().value()).isEqualTo(state);
    }

    private static OrderFile read(Platform platform, String state, String afterSale) {
        String text = FILES.get(platform).formatted(quoted(state), quoted(afterSale));
        return new OrderReader(
                        new TableReader(1 << 20, 10), platform, value -> "key", Instant.parse("2026-11-26T00:00:00Z"))
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String quoted(String cell) {
        return "\"" + cell + "\"";
    }
}
