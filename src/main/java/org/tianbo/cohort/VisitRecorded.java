package org.tianbo.cohort;

import java.time.Instant;
import java.util.UUID;

/** A visit after a class was told, corrected or withdrawn; published within the transaction that stores it. */
public record VisitRecorded(String county, UUID cohort, UUID trainee, UUID visit, Instant at) {}
