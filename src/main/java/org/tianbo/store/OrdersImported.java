package org.tianbo.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A platform's file brought orders that were not known before, or more about them.
 *
 * @param latest when the last paid one of them was placed
 */
public record OrdersImported(String county, UUID trainee, UUID store, Instant latest) {}
