package org.tianbo.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a trainee's classes meet for today. */
public interface SessionsToday {

    /** Those of the trainee's classes that end later today, the next one first; cancelled ones are left out. */
    List<SessionToday> of(UUID trainee);

    /** A session by its name, place and beginning. */
    record SessionToday(UUID id, String title, String place, Instant begins) {}
}
