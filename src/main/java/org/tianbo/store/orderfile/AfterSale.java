package org.tianbo.store.orderfile;

/** The state of a buyer's request to return the item. */
public enum AfterSale {
    /** None was made, or it was withdrawn or turned down. */
    NONE,
    /** Under way: nothing has been paid back yet. */
    OPEN,
    REFUNDED
}
