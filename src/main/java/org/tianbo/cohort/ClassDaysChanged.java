package org.tianbo.cohort;

import java.time.Instant;
import java.util.UUID;

/** A class has another first or last day: what is counted from them counts otherwise. */
public record ClassDaysChanged(String county, UUID cohort, Instant at) {}
