package org.tianbo.store;

/** Where a store stands. */
public enum StoreState {
    /** Papers are being gathered; nobody has seen it open. */
    PREPARING,
    OPEN,
    CLOSED
}
