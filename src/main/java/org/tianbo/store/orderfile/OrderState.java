package org.tianbo.store.orderfile;

/** How far an order has come. The constants stand in the order in which an order passes them. */
public enum OrderState {
    UNPAID,
    PAID,
    SHIPPED,
    COMPLETED,
    /** Given up before it was paid, or undone as a whole. */
    CLOSED;

    /** Whether the buyer's money counts as taken. */
    public boolean paid() {
        return this != UNPAID && this != CLOSED;
    }
}
