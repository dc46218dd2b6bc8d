package org.tianbo.interop.statement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which statements are asked for, and in which order.
 *
 * @param since stored after that
 * @param until stored then or before
 * @param object as {@link Statement#object()} has it
 * @param ascending the first that was stored comes first
 * @param past the number of the last one of the page before
 */
public record StatementFilter(
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<Verb> verb,
        Optional<UUID> person,
        Optional<String> object,
        boolean ascending,
        Optional<Long> past) {}
