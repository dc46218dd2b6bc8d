package org.tianbo.attendance;

import java.time.Instant;
import java.util.UUID;

/** A session was planned, changed, cancelled or restored; published within the transaction that stores it. */
public record SessionPlanned(String county, UUID session, Instant at) {}
