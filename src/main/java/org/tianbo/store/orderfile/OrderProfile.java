package org.tianbo.store.orderfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tianbo.platform.table.Cell;
import org.tianbo.platform.table.Columns;
import org.tianbo.store.Platform;

/**
 * How one platform writes its order file: its columns and its words. A column may be absent from the profile where the
 * platform has none.
 *
 * <p>Fields: {@code order_no, item_no, product_id, variant, product, kinds, quantity, price, order_amount, payable,
 * paid, refunded, state, after_sale, ordered_at, grouped_at, host_id, host_name, buyer_phone, address}.
 */
record OrderProfile(
        Platform platform, Columns columns, Map<String, OrderProgress> states, Map<String, AfterSale> afterSales) {

    /** The meaning of a word in the state column; some words also give the after-sale state. */
    record OrderProgress(OrderState state, AfterSale afterSale) {}

    static OrderProfile of(Platform platform, Columns columns) {
        return new OrderProfile(platform, columns, Map.of(), Map.of());
    }

    OrderProfile statuses(OrderState state, String... statuses) {
        return statuses(state, AfterSale.NONE, statuses);
    }

    OrderProfile statuses(OrderState state, AfterSale afterSale, String... statuses) {
        return new OrderProfile(
                platform, columns, with(states, new OrderProgress(state, afterSale), statuses), afterSales);
    }

    /** Words that stand with one of the endings, parted from it by a comma: {@code 未发货，退款成功}. */
    OrderProfile statusesEnding(OrderState state, AfterSale afterSale, List<String> endings, String... statuses) {
        return statuses(
                state,
                afterSale,
                Stream.of(statuses)
                        .flatMap(word -> endings.stream().map(ending -> word + "，" + ending))
                        .toArray(String[]::new));
    }

    OrderProfile statuses(AfterSale afterSale, String... statuses) {
        return new OrderProfile(platform, columns, states, with(afterSales, afterSale, statuses));
    }

    Optional<OrderProgress> state(String word) {
        return Optional.ofNullable(states.get(Cell.fold(word)));
    }

    Optional<AfterSale> afterSale(String word) {
        return Optional.ofNullable(afterSales.get(Cell.fold(word)));
    }

    private static <T> Map<String, T> with(Map<String, T> known, T meaning, String... statuses) {
        Map<String, T> more = new HashMap<>(known);
        List.of(statuses).forEach(word -> more.put(Cell.fold(word), meaning));
        return Map.copyOf(more);
    }
}
