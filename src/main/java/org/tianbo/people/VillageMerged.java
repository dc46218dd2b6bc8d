package org.tianbo.people;

import java.util.UUID;

/**
 * A village went up in another. Published within the transaction that merges them, while both are there: whoever wrote
 * the one down writes the other down instead, or the merger fails.
 */
public record VillageMerged(String county, UUID from, UUID into) {}
