package org.tianbo.cohort.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.attendance.OnlineTime;
import org.tianbo.cohort.CohortUnknown;
import org.tianbo.learning.WatchedTime;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** Answers attendance what was watched between a class's first day and its last. */
@ApplicationScoped
class WatchedOnline implements OnlineTime {

    /** The days alone: of a class of thousands its view counts them all. */
    private static final String DAYS = "select starts_on, ends_on from cohorts where county = ? and id = ?";

    private final WatchedTime watched;
    private final CountyReads reads;
    private final CurrentCounty county;

    WatchedOnline(WatchedTime watched, CountyReads reads, CurrentCounty county) {
        this.watched = watched;
        this.reads = reads;
        this.county = county;
    }

    private record Days(LocalDate first, LocalDate last) {}

    @Override
    public Map<UUID, Integer> minutes(UUID cohort, Collection<UUID> trainees) {
        Days days = reads
                .rows(
                        DAYS,
                        row -> new Days(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                        county.id(),
                        cohort)
                .stream()
                .findFirst()
                .orElseThrow(CohortUnknown::new);
        return watched.of(trainees, begin(days.first()), begin(days.last().plusDays(1))).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> minutes(one.getValue())));
    }

    private static int minutes(Duration seconds) {
        return Math.toIntExact(seconds.toMinutes());
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Zones.SHANGHAI).toInstant();
    }
}
