package org.tianbo.practice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A trainee takes back a recording that waits for a mentor. Fired in the transaction that does it; an observer with
 * whom the work has begun throws, and nothing is taken back.
 *
 * @param remaining the first of the trainee's other attempts that is with the mentors
 */
public record AttemptTakenBack(UUID trainee, UUID attempt, Instant at, Optional<AttemptSubmitted> remaining) {}
