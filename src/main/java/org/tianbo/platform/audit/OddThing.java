package org.tianbo.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.platform.data.Jdbc;

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

    /**
     * One picture where there should be several.
     *
     * @param row with the columns {@code sha256}, {@code people}, ids between commas, and {@code at}
     * @param counted what it is evidence of, as a number: at one more it is another oddity, for whoever looked has not
     *     seen that one
     */
    public static OddThing samePhoto(ResultSet row, String counted, UUID cohort, String page, Long measure)
            throws SQLException {
        return new OddThing(
                Kind.SAME_PHOTO,
                row.getString("sha256") + "/" + counted,
                Stream.of(row.getString("people").split(","))
                        .map(UUID::fromString)
                        .sorted()
                        .toList(),
                cohort,
                page,
                Jdbc.instant(row, "at"),
                measure);
    }
}
