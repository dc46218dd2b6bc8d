package org.tianbo.practice.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.EachCounty;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.hls.LiveRepository;
import org.tianbo.practice.hls.LiveRepository.Name;

/**
 * Deletes what was said in lives that ended a while ago, with the names of those who watched and their invitations. The
 * mentors' markers are the attempt's, and stay with it.
 */
@ApplicationScoped
class TalkSweep implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(TalkSweep.class);
    private static final int AT_ONCE = 100;

    private final LiveRepository lives;
    private final PracticeConfig config;
    private final PracticeSettings settings;
    private final EachCounty counties;
    private final Clock clock;

    TalkSweep(
            LiveRepository lives, PracticeConfig config, PracticeSettings settings, EachCounty counties, Clock clock) {
        this.lives = lives;
        this.config = config;
        this.settings = settings;
        this.counties = counties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "live-talk-sweep";
    }

    @Override
    public String schedule() {
        return config.live().talkSweep();
    }

    @Override
    public void run() {
        counties.run(name(), this::sweep);
    }

    private void sweep() {
        Instant before = settings.talkDeletedBefore(clock.instant());
        List<Name> found;
        int deleted;
        do {
            found = lives.endedBefore(before, AT_ONCE);
            deleted = found.stream().mapToInt(this::delete).sum();
            if (deleted > 0) {
                LOG.infof("What was said in %d lives is deleted", deleted);
            }
            if (deleted < found.size()) {
                LOG.errorf("What was said in %d lives cannot be deleted", found.size() - deleted);
            }
            // Those that cannot be deleted are found again, so a round that deletes none is the last.
        } while (found.size() == AT_ONCE && deleted > 0);
    }

    /** @return how many there were: one, or none */
    private int delete(Name live) {
        return QuarkusTransaction.requiringNew().call(() -> lives.delete(live.attempt()));
    }
}
