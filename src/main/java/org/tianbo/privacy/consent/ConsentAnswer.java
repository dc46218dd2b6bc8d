package org.tianbo.privacy.consent;

import java.time.Instant;

/**
 * That somebody agreed to a version, or took it back.
 *
 * @param agreed false where they took it back
 */
public record ConsentAnswer(int version, boolean agreed, Instant at) {}
