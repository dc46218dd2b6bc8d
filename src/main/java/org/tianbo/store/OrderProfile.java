package org.tianbo.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tianbo.platform.table.Cell;
import org.tianbo.platform.table.Columns;

/**
 * How one platform writes its order file: its columns and its words. A column may be absent from the profile where the
 * platform has none.
 *
 * <p>Fields: {@code order_no, item_no, product_id, product, quantity, paid, refunded, state, after_sale, ordered_at,
 * host_id, host_name, buyer_phone, address}.
 */
record OrderProfile(
        Platform platform, Columns columns, Map<String, OrderState> states, Map<String, AfterSale> afterSales) {

    static OrderProfile of(Platform platform, Columns columns) {
        return new OrderProfile(platform, columns, Map.of(), Map.of());
    }

    OrderProfile words(OrderState state, String... words) {
        return new OrderProfile(platform, columns, with(states, state, words), afterSales);
    }

    OrderProfile words(AfterSale afterSale, String... words) {
        return new OrderProfile(platform, columns, states, with(afterSales, afterSale, words));
    }

    Optional<OrderState> state(String word) {
        return Optional.ofNullable(states.get(Cell.fold(word)));
    }

    Optional<AfterSale> afterSale(String word) {
        return Optional.ofNullable(afterSales.get(Cell.fold(word)));
    }

    private static <T> Map<String, T> with(Map<String, T> known, T meaning, String... words) {
        Map<String, T> more = new HashMap<>(known);
        List.of(words).forEach(word -> more.put(Cell.fold(word), meaning));
        return Map.copyOf(more);
    }
}
