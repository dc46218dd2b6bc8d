package org.tianbo.attendance.schedule;

import java.time.Instant;

/** One change of a session with both values; {@code by} is a name. */
public record SessionChangeView(
        SessionField field, String before, String after, String reason, String by, Instant at) {}
