package org.tianbo.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.tianbo.platform.time.Zones;

/** A Douyin file of invented orders: twenty completed ones in each of the last seven months. */
final class DemoOrders {

    private static final int MONTHS = 7;
    private static final int ORDERS = 20;
    private static final String HEADER =
            "主订单编号,子订单编号,选购商品,商品数量,商品ID,商品单价,订单应付金额,订单提交时间,支付完成时间,订单完成时间,订单状态,取消原因,售后状态,达人ID,达人昵称,流量体裁,流量渠道\n";

    private DemoOrders() {}

    static String ofTheLastMonths(Clock clock) {
        YearMonth thisMonth = YearMonth.now(clock.withZone(Zones.SHANGHAI));
        StringBuilder file = new StringBuilder(HEADER);
        for (int back = MONTHS; back >= 1; back--) {
            YearMonth month = thisMonth.minusMonths(back);
            for (int order = 1; order <= ORDERS; order++) {
                line(file, month, order, back);
            }
        }
        return file.toString();
    }

    /** The day of the first order at the earliest. */
    static LocalDate firstDay(Clock clock) {
        return YearMonth.now(clock.withZone(Zones.SHANGHAI)).minusMonths(MONTHS).atDay(1);
    }

    private static void line(StringBuilder file, YearMonth month, int order, int back) {
        String number = "%s%03d".formatted(month.toString().replace("-", ""), order);
        String placed = month.atDay(order) + " 20:%02d:00".formatted(10 + order);
        String completed = month.atDay(order).plusDays(6) + " 09:00:00";
        int yuan = 52 + (order * 7 + back * 5) % 40;
        file.append("%s,%s,演示·冻米糖,1,%d,%d.00,%d.00,%s,%s,%s,已完成,,-,9001,演示·秀英,直播,推荐\n"
                .formatted(
                        "69" + number, "69" + number + "1", 1000 + order % 3, yuan, yuan, placed, placed, completed));
    }
}
