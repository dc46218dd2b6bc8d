package org.tianbo.practice;

import java.time.Instant;
import java.util.UUID;

/**
 * A trainee's recording is complete and waits for a mentor. Fired once for an attempt, in the transaction that makes it
 * so.
 */
public record AttemptSubmitted(String county, UUID trainee, UUID attempt, Instant at) {}
