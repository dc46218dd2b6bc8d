package org.tianbo.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A platform's own file shows the store's first completed order of which money was kept.
 *
 * @param at when that order was placed
 */
public record FirstOrder(String county, UUID trainee, UUID store, Instant at) {}
