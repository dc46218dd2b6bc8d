package org.tianbo.cohort.followup;

import java.time.Instant;
import java.util.UUID;

/**
 * Something odd about a visit, for a person to look at; never a verdict.
 *
 * @param other the other visit it is about; null where there is none
 * @param measure in what the kind counts; null where it counts nothing
 * @param decision what a person made of it; null while nobody has
 */
public record Flag(UUID id, UUID visit, Kind kind, UUID other, Integer measure, Instant foundAt, Decided decision) {

    /** What is odd. */
    public enum Kind {
        /** The very picture of another visit. */
        SAME_PHOTO,
        /** The very words of another visit. */
        SAME_WORDS,
        /** So many seconds from opening the form to finishing it. */
        TOO_SHORT,
        /** So many kilometres from where the village's other visits were. */
        OUT_OF_PLACE,
        /** So many visits of this visitor on that day. */
        MANY_A_DAY,
        /** Before the class ended, long before the visit was due, or still to come. */
        ODD_DATE,
        /** Told so many days after the visit. */
        LATE
    }

    /** What it turned out to be. */
    public enum Decision {
        EXPLAINED,
        CONFIRMED,
        DISMISSED
    }

    /** @param by who decided, by name */
    public record Decided(Decision decision, String reason, String by, Instant at) {}
}
