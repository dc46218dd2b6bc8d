package org.tianbo.store;

import java.time.Instant;
import java.util.UUID;

/**
 * What a store's files show of its income is another than before: by a file, or since an order was decided to be its
 * own or another store's. Published within the transaction that stores it.
 */
public record IncomeChanged(String county, UUID trainee, UUID store, Instant at) {}
