package org.tianbo.store;

import java.time.Instant;
import java.util.UUID;

/** The store sells no more; the reason stands in its history. */
public record StoreClosed(String county, UUID trainee, UUID store, Instant at) {}
