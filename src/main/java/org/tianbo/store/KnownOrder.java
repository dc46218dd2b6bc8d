package org.tianbo.store;

import java.util.List;
import java.util.UUID;

/**
 * An order as the county knows it.
 *
 * @param store where it counts
 * @param decided whether somebody decided that, after another store had brought it too
 */
record KnownOrder(UUID store, boolean decided, List<OrderLine> lines) {}
