package org.tianbo.store.orderfile;

import java.util.List;
import java.util.OptionalLong;

/**
 * A row as read, to be seen beside the others of its order.
 *
 * @param line its line in the file
 * @param otherItemNos what the item may have been called by exports that had other columns, or had them empty
 * @param ownItemNo whether the platform's or merchant's own number of the item was there
 * @param listPrice the price before discounts times the quantity, in fen
 * @param orderAmount what the platform's column for the whole order says, in fen
 * @param orderTotal what was paid for the whole order, in fen, where the file wrote that onto each of its lines
 */
public record OrderRow(
        int line,
        OrderLine order,
        List<String> otherItemNos,
        boolean ownItemNo,
        OptionalLong listPrice,
        OptionalLong orderAmount,
        OptionalLong orderTotal) {

    /** A line's share of what was paid for its order. */
    OrderRow withShare(long paid, long total) {
        return new OrderRow(
                line, order.withPaid(paid), otherItemNos, ownItemNo, listPrice, orderAmount, OptionalLong.of(total));
    }

    OrderRow with(OrderLine changed) {
        return new OrderRow(line, changed, otherItemNos, ownItemNo, listPrice, orderAmount, orderTotal);
    }
}
