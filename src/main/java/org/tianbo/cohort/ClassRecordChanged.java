package org.tianbo.cohort;

import java.time.Instant;
import java.util.UUID;

/** What an audit asks of a class was written down, or differently. */
public record ClassRecordChanged(String county, UUID cohort, Instant at) {}
