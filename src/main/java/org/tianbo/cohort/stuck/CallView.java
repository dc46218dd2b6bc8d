package org.tianbo.cohort.stuck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A call as a trainee's file shows it.
 *
 * @param againOn until when nobody calls again; empty where something else must happen first
 * @param note what was said, may be empty
 * @param by the caller's name
 */
public record CallView(CallOutcome outcome, Optional<LocalDate> againOn, String note, Instant at, String by) {}
