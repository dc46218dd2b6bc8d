package org.tianbo.mentoring;

import java.time.Instant;
import java.util.UUID;

/**
 * A published review in one line.
 *
 * @param attemptNo counts the trainee's submitted attempts from 1
 * @param submittedAt when the attempt was handed in
 * @param score 0–100
 * @param veto a rule was broken: the attempt does not count towards the certificate
 */
public record ReviewSummary(
        UUID review,
        UUID attempt,
        int attemptNo,
        String title,
        Instant submittedAt,
        int score,
        boolean veto,
        Instant at,
        String rubricVersion) {}
