package org.tianbo.store.income;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A platform's own file shows what a store kept of a month, or shows more of it than the files before.
 *
 * @param settledFen net of the completed orders placed in that month
 * @param at when the file came
 */
public record IncomeConfirmed(String county, UUID trainee, UUID store, YearMonth month, long settledFen, Instant at) {}
