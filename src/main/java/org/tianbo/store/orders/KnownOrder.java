package org.tianbo.store.orders;

import java.util.List;
import java.util.UUID;
import org.tianbo.store.orderfile.OrderLine;

/**
 * An order as the county knows it.
 *
 * @param store where it counts
 * @param decided whether somebody decided that, after another store had brought it too
 */
public record KnownOrder(UUID store, boolean decided, List<OrderLine> lines) {}
