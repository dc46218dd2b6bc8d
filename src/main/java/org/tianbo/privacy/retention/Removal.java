package org.tianbo.privacy.retention;

import java.time.Instant;

/**
 * That something was removed.
 *
 * @param rule as {@link Removals.Why} names it
 * @param olderThan all of it was; null where age does not matter
 */
public record Removal(Removals.Why rule, Instant olderThan, int things, Instant at) {}
