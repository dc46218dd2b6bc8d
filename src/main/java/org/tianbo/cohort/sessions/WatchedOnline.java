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
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.learning.WatchedTime;
import org.tianbo.platform.time.Zones;

/** Answers attendance what was watched between a class's first day and its last. */
@ApplicationScoped
class WatchedOnline implements OnlineTime {

    private final Cohorts cohorts;
    private final WatchedTime watched;

    WatchedOnline(Cohorts cohorts, WatchedTime watched) {
        this.cohorts = cohorts;
        this.watched = watched;
    }

    @Override
    public Map<UUID, Integer> minutes(UUID cohort, Collection<UUID> trainees) {
        CohortView view = cohorts.cohort(cohort);
        return watched.of(trainees, begin(view.from()), begin(view.to().plusDays(1))).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> minutes(one.getValue())));
    }

    private static int minutes(Duration seconds) {
        return Math.toIntExact(seconds.toMinutes());
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Zones.SHANGHAI).toInstant();
    }
}
