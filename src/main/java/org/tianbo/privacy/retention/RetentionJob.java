package org.tianbo.privacy.retention;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.privacy.RetentionRule;

/**
 * Removes what is older than the county keeps it, rule by rule, and notes how much. A rule that cannot be kept to stops
 * no other.
 */
@ApplicationScoped
public class RetentionJob implements Job {

    public static final String NAME = "privacy.retention";

    private static final Logger LOG = Logger.getLogger(RetentionJob.class);

    private final List<RetentionRule> rules;
    private final RetentionSettings settings;
    private final Removals removals;
    private final Clock clock;

    RetentionJob(@All List<RetentionRule> rules, RetentionSettings settings, Removals removals, Clock clock) {
        this.rules = rules;
        this.settings = settings;
        this.removals = removals;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String county) {
        RuntimeException failed = null;
        for (RetentionRule rule : rules) {
            try {
                remove(rule);
            } catch (RuntimeException broken) {
                LOG.errorf(broken, "Rule %s was not kept to in %s", rule.rule(), county);
                failed = broken;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void remove(RetentionRule rule) {
        Instant before = settings.before(rule.rule(), clock.instant());
        int removed = rule.remove(before);
        while (removed > 0) {
            removals.note(Removals.Why.valueOf(rule.rule().name()), before, removed);
            removed = rule.remove(before);
        }
    }

    /** The next night tries again. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("What %s keeps no longer is not all removed", county);
    }
}
