package org.tianbo.attendance.schedule;

import java.time.Instant;
import java.util.UUID;

/**
 * A session with the names of its class and its teacher.
 *
 * @param cancelReason why it does not take place; empty for one that does
 */
public record SessionView(
        UUID id, UUID cohort, String className, SessionDetails details, String teacherName, String cancelReason) {

    public Instant begins() {
        return details.begins();
    }

    public Instant ends() {
        return details.ends();
    }

    public boolean isCancelled() {
        return !cancelReason.isEmpty();
    }

    public boolean hasBegun(Instant now) {
        return !now.isBefore(begins());
    }

    public boolean hasEnded(Instant now) {
        return !now.isBefore(ends());
    }
}
