package org.tianbo.attendance.presence;

import java.time.Duration;
import java.time.Instant;
import org.tianbo.attendance.schedule.SessionView;

/** From when until when a session can be checked in and out of. */
public record SessionWindow(Instant opens, Instant closes) {

    public static SessionWindow of(SessionView session, Duration margin) {
        return new SessionWindow(session.begins().minus(margin), session.ends().plus(margin));
    }

    public boolean has(Instant time) {
        return !time.isBefore(opens) && time.isBefore(closes);
    }
}
