package org.tianbo.interop.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.interop.InteropConfig;
import org.tianbo.interop.connection.Connection;
import org.tianbo.platform.jobs.Job;

/**
 * Brings what waits for one connection. It stays for a few seconds and comes again: whoever answers slowly keeps one
 * thread busy for no longer than that, and others have their turn.
 */
@ApplicationScoped
class DeliveryJob implements Job {

    static final String NAME = "interop.delivery";

    /** The names of the two jobs that go on where another breaks off. */
    static final String ON = "on";

    private static final String ON_AGAIN = "on-again";

    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);

    private static final Duration STAY = Duration.ofSeconds(5);

    private final DeliveryTable table;
    private final Sender sender;
    private final StatementBatches batches;
    private final List<Duration> pauses;
    private final Clock clock;

    DeliveryJob(DeliveryTable table, Sender sender, StatementBatches batches, InteropConfig config, Clock clock) {
        this.table = table;
        this.sender = sender;
        this.batches = batches;
        this.pauses = config.pauses();
        this.clock = clock;
    }

    /** The name of the job that goes on after this one: another, for this one has not ended yet. */
    static String afterwards(String job) {
        return job.equals(ON) ? ON_AGAIN : ON;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Pool pool() {
        return Pool.OUTSIDE;
    }

    /** @param id the connection's, and a name of this piece of work behind a slash */
    @Override
    public void run(String id) {
        int slash = id.indexOf('/');
        table.take(UUID.fromString(id.substring(0, slash)))
                .ifPresent(connection -> bring(connection, id.substring(slash + 1)));
    }

    /** Only our own database can fail a run; what waits is found by the next round. */
    @Override
    public void onExhausted(String id) {
        LOG.errorf("Nothing is brought by %s; the next round takes it up", id);
    }

    private void bring(Connection connection, String job) {
        boolean more = false;
        try {
            long end = System.nanoTime() + STAY.toNanos();
            Optional<Delivery> next = next(connection);
            while (next.isPresent() && brought(connection, next.get()) && System.nanoTime() < end) {
                next = next(connection);
            }
            more = next.isPresent();
        } finally {
            table.leave(connection, job, more);
        }
    }

    private Optional<Delivery> next(Connection connection) {
        if (connection.kind() == Connection.Kind.LRS && !table.statementsWait(connection.id())) {
            batches.prepare(connection.id());
        }
        return table.next(connection.id());
    }

    /** @return whether the connection may be asked again at once */
    private boolean brought(Connection connection, Delivery delivery) {
        Answer answer = sender.send(connection, delivery);
        if (answer.isSuccess()) {
            return table.succeeded(connection, delivery, answer);
        }
        LOG.infof(
                "Delivery %s to connection %s failed, try %d: %s",
                delivery.id(),
                connection.id(),
                delivery.tries() + 1,
                answer.status().map(String::valueOf).orElse("no answer"));
        boolean all = answer.concernsAll() || delivery.type() == Delivery.Type.STATEMENTS;
        if (answer.isGone() || delivery.tries() >= pauses.size()) {
            table.exhausted(connection, delivery, answer, all || answer.isGone());
            return !all && !answer.isGone();
        }
        Instant again = clock.instant().plus(pauses.get(delivery.tries()));
        table.failed(connection, delivery, answer, again, all);
        return !all;
    }
}
