package org.tianbo.privacy.consent;

import java.time.Instant;

/**
 * What a county asks its trainees to agree to.
 *
 * @param version counted from 1
 * @param reason why it took the place of the one before
 */
public record ConsentText(int version, String zh, String en, String reason, Instant publishedAt) {}
