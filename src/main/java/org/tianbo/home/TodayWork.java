package org.tianbo.home;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** What waits for the reader, asked of every feature that has such work. */
@ApplicationScoped
class TodayWork {

    private final List<WaitingWork> features;
    private final StaffVillages villages;
    private final SignedIn signedIn;
    private final Clock clock;

    TodayWork(@All List<WaitingWork> features, StaffVillages villages, SignedIn signedIn, Clock clock) {
        this.features = features;
        this.villages = villages;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** Whose work the reader sees, and since when this week runs. */
    WorkScope scope() {
        Instant now = clock.instant();
        StaffVillages.Villages seen = villages.mine();
        return new WorkScope(seen.all() ? Optional.empty() : Optional.of(seen.ids()), now, monday(now));
    }

    /** In one transaction, so that all numbers are of the same moment. */
    @Transactional
    List<Waiting> ofReader() {
        WorkScope scope = scope();
        return features.stream()
                .flatMap(feature -> feature.waiting(scope).stream())
                .filter(one -> one.doers().stream().anyMatch(signedIn::is))
                .toList();
    }

    private static Instant monday(Instant now) {
        return LocalDate.ofInstant(now, Zones.SHANGHAI)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(Zones.SHANGHAI)
                .toInstant();
    }
}
