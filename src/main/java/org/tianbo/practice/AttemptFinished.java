package org.tianbo.practice;

import java.time.Instant;
import java.util.UUID;

/**
 * A rehearsal is over, handed in or not, and what is here becomes its recording. Fired in the transaction that closes
 * it; once more where a phone that was given up comes back and sends the rest.
 */
public record AttemptFinished(String county, UUID trainee, UUID attempt, Instant at) {}
