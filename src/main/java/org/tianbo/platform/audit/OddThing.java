package org.tianbo.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something odd that a feature has found, for a person to look at; never a verdict.
 *
 * @param source names it among those of its kind, always the same
 * @param people whom it is about, at least one
 * @param cohort the class in which it happened; null where it belongs to none
 * @param page where it can be looked at, without the host
 * @param at when it happened
 * @param measure how many people, or seconds; null where nothing is counted
 */
public record OddThing(
        Kind kind, String source, List<UUID> people, UUID cohort, String page, Instant at, Long measure) {

    /** What is odd. */
    public enum Kind {
        /** Somebody was at two sessions at the same time. */
        OVERLAPPING_SESSIONS,
        /** The same picture is evidence about several people. */
        SAME_PHOTO,
        /** One phone checked several people in. */
        ONE_DEVICE,
        /** Somebody was checked out moments after being checked in. */
        SECONDS_APART
    }

    public OddThing {
        people = List.copyOf(people);
    }
}
