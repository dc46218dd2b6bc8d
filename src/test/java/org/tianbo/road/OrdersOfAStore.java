package org.tianbo.road;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The file that a platform exports of a store that sells steadily. */
final class OrdersOfAStore {

    private static final List<Integer> DAYS = List.of(3, 10, 17);
    private static final int DAYS_TO_COMPLETE = 5;

    private OrdersOfAStore() {}

    /** Three orders of 520 yuan each month, from the first whole one, as far as they are completed. */
    static byte[] between(LocalDate opened, LocalDate today) {
        StringBuilder file = new StringBuilder("主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,订单完成时间,订单状态,售后状态\n");
        YearMonth month = YearMonth.from(opened).plusMonths(1);
        for (; !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
            for (int day : DAYS) {
                LocalDate ordered = month.atDay(day);
                LocalDate completed = ordered.plusDays(DAYS_TO_COMPLETE);
                if (completed.isBefore(today)) {
                    String number = "69000" + ordered.toString().replace("-", "");
                    file.append("%s01,%s02,冻米糖500g,1,520.00,%s 09:43:00,%s 09:43:00,已完成,-%n"
                            .formatted(number, number, ordered, completed));
                }
            }
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
