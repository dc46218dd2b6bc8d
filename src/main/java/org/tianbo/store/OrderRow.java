package org.tianbo.store;

import java.util.List;
import java.util.OptionalLong;

/**
 * A row as read, to be seen beside the others of its order.
 *
 * @param line where it stands in the file
 * @param otherItemNos what the item may have been called by exports that had other columns, or had them empty
 * @param ownItemNo whether the platform's or merchant's own number of the item was there
 * @param listPrice the price before discounts times the quantity, in fen
 * @param orderAmount what the platform's column for the whole order says, in fen
 */
record OrderRow(
        int line,
        OrderLine order,
        List<String> otherItemNos,
        boolean ownItemNo,
        OptionalLong listPrice,
        OptionalLong orderAmount) {

    OrderRow withPaid(long paid) {
        return with(order.withAmounts(paid, order.refunded() ? paid : 0));
    }

    OrderRow with(OrderLine changed) {
        return new OrderRow(line, changed, otherItemNos, ownItemNo, listPrice, orderAmount);
    }
}
