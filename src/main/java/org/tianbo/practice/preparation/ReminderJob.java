package org.tianbo.practice.preparation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.notification.Inbox;
import org.tianbo.notification.NewMessage;
import org.tianbo.platform.jobs.Job;
import org.tianbo.practice.attempt.AttemptRepository;

/**
 * Reminds a trainee of a booked rehearsal. Each booked time has work of its own, for work that waits cannot be moved;
 * what was moved or begun since reminds of nothing.
 */
@ApplicationScoped
class ReminderJob implements Job {

    static final String NAME = "rehearsal-reminder";

    private static final Logger LOG = Logger.getLogger(ReminderJob.class);
    private static final String SEPARATOR = "@";

    private final AttemptRepository attempts;
    private final Inbox inbox;

    ReminderJob(AttemptRepository attempts, Inbox inbox) {
        this.attempts = attempts;
        this.inbox = inbox;
    }

    static String idOf(UUID attempt, Instant at) {
        return attempt + SEPARATOR + at.getEpochSecond();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(String id) {
        UUID attempt = UUID.fromString(id.substring(0, id.indexOf(SEPARATOR)));
        attempts.byId(attempt)
                .filter(one -> one.awaits() && idOf(attempt, one.bookedFor).equals(id))
                .ifPresent(one -> inbox.put(new NewMessage(
                        one.trainee, "practice.booked", attempt, one.title, one.bookedFor, "/practice/" + attempt)));
    }

    @Override
    public void onExhausted(String id) {
        LOG.errorf("Nobody was reminded of the rehearsal %s", id);
    }
}
