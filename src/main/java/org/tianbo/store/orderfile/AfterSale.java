package org.tianbo.store.orderfile;

/** What came of the buyer's wish to give the item back. */
public enum AfterSale {
    /** None was uttered, or it was withdrawn or turned down. */
    NONE,
    /** Under way: nothing has been paid back yet. */
    OPEN,
    REFUNDED
}
