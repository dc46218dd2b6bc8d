package org.tianbo.store.orderfile;

import java.util.OptionalLong;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.rows.Row;

/**
 * The money of a row, in fen.
 *
 * @param paid what the buyer paid; nothing while the order is unpaid or closed, whatever price stands there
 * @param refunded what the buyer got back of it
 */
record OrderAmounts(long paid, long refunded) {

    /** Ten million yuan: nobody sells that in one line, and the sum of a file's lines stays a number. */
    private static final long MOST = 10_000_000_00L;

    private static final OrderAmounts NONE = new OrderAmounts(0, 0);

    static OrderAmounts of(Row row, OrderState state, AfterSale afterSale) {
        if (!state.paid()) {
            return NONE;
        }
        long paid = required(row, "paid");
        if (afterSale != AfterSale.REFUNDED) {
            return new OrderAmounts(paid, 0);
        }
        // Without an amount the whole price went back; where the platform has a column for it, words in it are no
        // amount.
        long refunded = row.text("refunded").isEmpty() ? paid : required(row, "refunded");
        long whole = isWhatIsLeft(row, paid, refunded) ? Math.addExact(paid, refunded) : paid;
        if (refunded > whole) {
            throw new BrokenCell("refunded", "orders.refund-exceeds-paid");
        }
        return new OrderAmounts(whole, refunded);
    }

    /** Taobao's newer exports show what is left after the refund: nothing, or what lacks to the price that was due. */
    private static boolean isWhatIsLeft(Row row, long paid, long refunded) {
        OptionalLong due = MoneyParser.parse(row.text("payable"));
        return (paid == 0 && refunded > 0)
                || (paid > 0 && refunded > 0 && due.isPresent() && due.getAsLong() == paid + refunded);
    }

    private static long required(Row row, String field) {
        long fen = MoneyParser.parse(row.text(field))
                .orElseThrow(() -> new BrokenCell(field, "orders.amount-not-a-number"));
        if (fen > MOST) {
            throw new BrokenCell(field, "orders.amount-too-large");
        }
        return fen;
    }
}
