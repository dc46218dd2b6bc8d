package org.tianbo.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * The income is steady over so many months no more.
 *
 * @param months 3, 6 or 12
 * @param through the month that has to count by now
 */
public record SteadyIncomeLost(String county, UUID trainee, UUID store, int months, YearMonth through, Instant at) {}
