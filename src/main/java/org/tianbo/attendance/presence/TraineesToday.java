package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.attendance.SessionsToday;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** What a trainee's home shows; read on every visit, so nothing is read that is not shown. */
@ApplicationScoped
class TraineesToday implements SessionsToday {

    private static final String TODAY =
            """
            select id, title, place, begins_at from class_sessions
            where county = ? and cohort = any(?::uuid[]) and cancelled = '' and ends_at > ?
                and begins_at < ?
            order by begins_at, id
            """;

    private final ClassRegister register;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final Clock clock;

    TraineesToday(ClassRegister register, CountyReads reads, CurrentCounty county, Clock clock) {
        this.register = register;
        this.reads = reads;
        this.county = county;
        this.clock = clock;
    }

    @Override
    public List<SessionToday> of(UUID trainee) {
        List<UUID> classes = register.classesOf(trainee);
        Instant now = clock.instant();
        Instant midnight = now.atZone(Zones.SHANGHAI)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(Zones.SHANGHAI)
                .toInstant();
        return classes.isEmpty()
                ? List.of()
                : reads.rows(
                        TODAY,
                        row -> new SessionToday(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                row.getString("place"),
                                Jdbc.instant(row, "begins_at")),
                        county.id(),
                        classes,
                        now,
                        midnight);
    }
}
