package org.tianbo.cohort.cards;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.Job;

/** Removes a file of cards a day after it was made, whether it was fetched or not. */
@ApplicationScoped
class CardRunRemoval implements Job {

    static final String NAME = "cohort.card-run-removal";

    private static final Logger LOG = Logger.getLogger(CardRunRemoval.class);

    private final CardRunTable table;
    private final Clock clock;

    CardRunRemoval(CardRunTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        QuarkusTransaction.requiringNew().run(() -> table.remove(UUID.fromString(id), clock.instant()));
    }

    @Override
    public void onExhausted(String id) {
        LOG.errorf("The file of cards %s could not be removed", id);
    }
}
