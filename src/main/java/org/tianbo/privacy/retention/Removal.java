package org.tianbo.privacy.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * That something was removed.
 *
 * @param id later ones have greater ids
 * @param rule as {@link Removals.Why} names it
 * @param olderThan all of it was; null where age does not matter
 */
public record Removal(UUID id, Removals.Why rule, Instant olderThan, int things, Instant at) {}
