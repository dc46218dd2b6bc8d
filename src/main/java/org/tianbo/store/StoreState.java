package org.tianbo.store;

/** The state of a store. */
public enum StoreState {
    /** Papers are being gathered; nobody has seen it open. */
    PREPARING,
    OPEN,
    CLOSED
}
