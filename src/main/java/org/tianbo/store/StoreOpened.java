package org.tianbo.store;

import java.time.Instant;
import java.util.UUID;

/** Somebody of the county has seen the store open. */
public record StoreOpened(String county, UUID trainee, UUID store, Instant at) {}
