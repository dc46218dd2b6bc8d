package org.tianbo.practice;

import java.time.Instant;
import java.util.UUID;

/**
 * All of a rehearsal's bytes are here, handed in or not. Fired once for an attempt, in the transaction that closes it.
 */
public record AttemptFinished(String county, UUID trainee, UUID attempt, Instant at) {}
