package org.tianbo.cohort;

import java.time.Instant;
import java.util.UUID;

/** A class was opened. */
public record ClassOpened(String county, UUID cohort, Instant at) {}
