package org.tianbo.store.orderfile;

import java.time.Instant;
import java.time.YearMonth;
import org.tianbo.platform.time.Zones;
import org.tianbo.store.Platform;

/**
 * One item of one order. Who bought it and where it went is known by keyed hashes only; texts the file does not have
 * are empty.
 *
 * @param itemNo tells the items of an order apart; together with platform and order it names the line
 * @param paidFen what the buyer paid for this item; nothing while the order is unpaid or closed
 * @param refundedFen what the buyer got back of it
 * @param orderedAt when the order was placed; its month in China is the month it counts in
 * @param hostId the account that sold it in a live or a video, as the platform numbers it
 * @param buyerKey keyed hash of the buyer's mobile number; empty where the platform masks it
 * @param addressKey keyed hash of the address
 */
public record OrderLine(
        Platform platform,
        String orderNo,
        String itemNo,
        String product,
        int quantity,
        long paidFen,
        long refundedFen,
        OrderState state,
        AfterSale afterSale,
        Instant orderedAt,
        String hostId,
        String hostName,
        String buyerKey,
        String addressKey) {

    /** The same line, in whichever file it is met. */
    public record Key(Platform platform, String orderNo, String itemNo) {}

    public Key key() {
        return new Key(platform, orderNo, itemNo);
    }

    public boolean paid() {
        return state.paid();
    }

    /** Whether money went back for an item that was paid; a closed order is no sale to begin with. */
    public boolean refunded() {
        return paid() && afterSale == AfterSale.REFUNDED;
    }

    public boolean completed() {
        return state == OrderState.COMPLETED;
    }

    public long netFen() {
        return paidFen - refundedFen;
    }

    /** Whether both are sightings of one sale; how far it has come may differ. */
    boolean sameSale(OrderLine other) {
        return product.equals(other.product)
                && quantity == other.quantity
                && orderedAt.equals(other.orderedAt)
                && (!paid() || !other.paid() || paidFen == other.paidFen);
    }

    /** What went back went back whole. */
    OrderLine withPaid(long paid) {
        return withAmounts(paid, refunded() ? paid : 0);
    }

    OrderLine withAmounts(long paid, long refunded) {
        return new OrderLine(
                platform,
                orderNo,
                itemNo,
                product,
                quantity,
                paid,
                refunded,
                state,
                afterSale,
                orderedAt,
                hostId,
                hostName,
                buyerKey,
                addressKey);
    }

    public OrderLine withItemNo(String known) {
        return new OrderLine(
                platform,
                orderNo,
                known,
                product,
                quantity,
                paidFen,
                refundedFen,
                state,
                afterSale,
                orderedAt,
                hostId,
                hostName,
                buyerKey,
                addressKey);
    }

    public YearMonth month() {
        return YearMonth.from(orderedAt.atZone(Zones.SHANGHAI));
    }

    /**
     * Of two sightings of one line, the one that tells of later events, whichever file was imported first: the order
     * further on its way, then the refund further on its way, then the larger refund. This one when nothing has
     * changed.
     */
    public OrderLine later(OrderLine other) {
        int difference = state.compareTo(other.state);
        if (difference == 0) {
            difference = afterSale.compareTo(other.afterSale);
        }
        if (difference == 0) {
            difference = Long.compare(refundedFen, other.refundedFen);
        }
        return difference >= 0 ? this : other;
    }
}
