package org.tianbo.practice;

import java.util.UUID;

/**
 * A trainee takes back a recording that waits for a mentor. Fired in the transaction that does it; an observer with whom the work
 * has begun throws, and nothing is taken back.
 */
public record AttemptTakenBack(UUID trainee, UUID attempt) {}
