package org.tianbo.cohort;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * People joined a class, left it or came back to it, or something else is written of them on its roster; published
 * within the transaction that stores it.
 */
public record RosterChanged(String county, UUID cohort, Set<UUID> trainees, Instant at) {}
