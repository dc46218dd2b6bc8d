package org.tianbo.attendance.presence;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing written down about one person at one session; appended, never edited.
 *
 * @param at the time that counts: when the code was on the screen, or when the list was tapped
 * @param claimedAt what the phone's clock said
 * @param receivedAt when we learnt of it
 * @param device keyed hash of the phone's own name; null where none was given
 * @param corrects the entry that a {@link Mark#VOID} takes out; null for others
 * @param reason of a correction; empty for others
 * @param doubt why a person should look before it counts; null where nothing is odd
 */
public record AttendanceEntry(
        UUID id,
        UUID session,
        UUID trainee,
        Mark mark,
        Method method,
        Instant at,
        Instant claimedAt,
        Instant receivedAt,
        UUID recordedBy,
        String device,
        UUID corrects,
        String reason,
        Doubt doubt) {

    /** What was seen. */
    public enum Mark {
        /** They scanned the code: here at that time. */
        HERE,
        IN,
        OUT,
        /** Takes an earlier entry out. */
        VOID
    }

    /** How it was learnt. */
    public enum Method {
        CODE,
        LIST
    }

    /** Why a person should look. */
    public enum Doubt {
        /** The phone's clock and the code say different times. */
        CODE_TIME,
        /** The list was tapped long before or after the session. */
        TIME,
        /** It was kept by a phone without a network and came when the code was off the screen: it may be of a photo. */
        LATE
    }

    /** An entry that takes this one out. */
    AttendanceEntry voided(UUID newId, UUID by, String why, Instant now) {
        return new AttendanceEntry(
                newId, session, trainee, Mark.VOID, Method.LIST, at, now, now, by, null, id, why, null);
    }

    /** The same, vouched for by a person; which phone it was seen by is still known. */
    AttendanceEntry confirmed(UUID newId, UUID by, String why, Instant now) {
        return new AttendanceEntry(
                newId, session, trainee, mark, Method.LIST, at, now, now, by, device, null, why, null);
    }
}
