package org.tianbo.attendance;

import java.time.Instant;
import java.util.UUID;

/** Something was written down about one person at one session; published within the transaction that stores it. */
public record AttendanceRecorded(String county, UUID session, UUID trainee, Instant at) {}
