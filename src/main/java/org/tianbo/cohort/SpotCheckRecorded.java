package org.tianbo.cohort;

import java.time.Instant;
import java.util.UUID;

/** A sample of visits was drawn, or one of its trainees called; published within the transaction that stores it. */
public record SpotCheckRecorded(String county, UUID sample, Instant at) {}
