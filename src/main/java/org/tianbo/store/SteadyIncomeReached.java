package org.tianbo.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * So many months in a row reached the county's threshold.
 *
 * @param months 3, 6 or 12
 * @param through the last of them
 * @param at when that month had ended
 */
public record SteadyIncomeReached(String county, UUID trainee, UUID store, int months, YearMonth through, Instant at) {}
