package org.tianbo.mentoring;

import java.time.Instant;
import java.util.UUID;

/**
 * A mentor's review of an attempt became final.
 *
 * @param score 0–100
 * @param veto a rule was broken: the attempt does not count towards the certificate
 */
public record ReviewPublished(
        String county, UUID trainee, UUID attempt, UUID review, int score, boolean veto, Instant at) {}
