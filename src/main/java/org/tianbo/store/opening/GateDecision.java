package org.tianbo.store.opening;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody of the county found about a gate.
 *
 * @param evidence what they looked at; null when nothing had been handed in and they saw it on the spot
 */
public record GateDecision(String rule, UUID evidence, boolean confirmed, String note, UUID by, Instant at) {}
