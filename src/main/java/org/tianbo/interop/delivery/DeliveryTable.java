package org.tianbo.interop.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.interop.connection.Connection;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * What waits for one connection. One job at a time is with it: whoever finds another there goes, and whoever leaves
 * looks, in the transaction in which it leaves, whether anything came meanwhile.
 */
@ApplicationScoped
class DeliveryTable {

    /** Longer than a job stays; one that is silent for so long is dead. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private static final String TAKE =
            """
            update connections set busy_until = ?
            where county = ? and id = ? and state = 'ACTIVE' and (busy_until is null or busy_until <= ?)
                and (resume_at is null or resume_at <= ?)
            returning %s
            """
                    .formatted(Connection.COLUMNS);

    /** Of each person in order: what failed holds up what comes after it for the same person, and nobody else's. */
    private static final String NEXT =
            """
            select %s from deliveries d
            where d.county = ? and d.connection = ? and d.state = 'WAITING' and d.due_at <= ?
                and not exists (select 1 from deliveries e where e.county = d.county and e.connection = d.connection
                    and e.person = d.person and e.state = 'WAITING' and e.noted < d.noted)
            order by d.noted limit 1
            """
                    .formatted(Delivery.COLUMNS);

    private static final String STATEMENTS_WAIT =
            """
            select 1 as one from deliveries
            where county = ? and connection = ? and type = 'STATEMENTS' and state = 'WAITING' limit 1
            """;

    private static final String ADD =
            """
            insert into deliveries (county, id, connection, type, body, first_seq, last_seq, state, made_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?) returning %s
            """
                    .formatted(Delivery.COLUMNS);

    private static final String TRIED =
            """
            update deliveries set tries = tries + 1, state = ?, due_at = ?, ended_at = ?, status = ?, answer = ?,
                took_ms = ?
            where county = ? and id = ? returning id
            """;

    private static final String SUCCEEDED =
            """
            update connections set failures = 0, failing_since = null, resume_at = ?,
                told_through = greatest(told_through, ?)
            where county = ? and id = ? returning id
            """;

    /** Somebody may have paused it meanwhile; that stays. */
    private static final String FAILED =
            """
            update connections set failures = failures + 1, failing_since = coalesce(failing_since, ?),
                resume_at = ?, state = case when ? and state = 'ACTIVE' then 'STOPPED' else state end
            where county = ? and id = ? returning id
            """;

    private static final String LEAVE =
            """
            update connections set busy_until = null where county = ? and id = ? returning state, resume_at
            """;

    private static final String NEXT_DUE =
            "select min(due_at) as due from deliveries where county = ? and connection = ? and state = 'WAITING'";

    private static final String NEW_STATEMENTS =
            """
            select 1 as one from connections c where c.county = ? and c.id = ? and exists (
                select 1 from statements s where s.county = c.county and (s.seq is null or s.seq > c.told_through))
            """;

    private static final String REPLAY =
            """
            update deliveries set state = 'WAITING', tries = 0, due_at = ?, ended_at = null
            where county = ? and connection = ? and id = ? and state <> 'WAITING' returning id
            """;

    private static final String FORGET =
            "delete from deliveries where county = ? and connection = ? and state = 'WAITING' returning id";

    private static final String LATEST =
            """
            select %s from deliveries where county = ? and connection = ? and noted < ? order by noted desc limit ?
            """
                    .formatted(Delivery.COLUMNS);

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Jobs jobs;
    private final Clock clock;

    DeliveryTable(CountyReads reads, CountyWrites writes, CurrentCounty county, Jobs jobs, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The connection, if it is active, not left alone for a while, and no other job is with it. */
    Optional<Connection> take(UUID connection) {
        Instant now = clock.instant();
        return writes.returning(TAKE, Connection::of, now.plus(LEASE), county.id(), connection, now, now).stream()
                .findFirst();
    }

    Optional<Delivery> next(UUID connection) {
        return reads.rows(NEXT, Delivery::of, county.id(), connection, clock.instant()).stream()
                .findFirst();
    }

    boolean statementsWait(UUID connection) {
        return !reads.rows(STATEMENTS_WAIT, row -> 1, county.id(), connection).isEmpty();
    }

    /** @param first and {@code last} are the numbers of statements; null for anything else */
    Delivery add(UUID connection, Delivery.Type type, String body, Long first, Long last) {
        Instant now = clock.instant();
        return writes.returning(
                        ADD,
                        Delivery::of,
                        county.id(),
                        Ids.next(),
                        connection,
                        type.name(),
                        body,
                        first,
                        last,
                        now,
                        now)
                .get(0);
    }

    /** @return whether the connection may be asked again at once: one that is slow rests */
    @Transactional
    boolean succeeded(Connection connection, Delivery delivery, Answer answer) {
        Instant now = clock.instant();
        int restMs = answer.restMs();
        tried(delivery, Delivery.State.DELIVERED, now, answer);
        writes.returning(
                SUCCEEDED,
                row -> 1,
                restMs == 0 ? null : now.plusMillis(restMs),
                delivery.last() == null ? 0L : delivery.last(),
                county.id(),
                connection.id());
        return restMs == 0;
    }

    /**
     * It is tried again.
     *
     * @param all whether the whole connection is left alone until then
     */
    @Transactional
    void failed(Connection connection, Delivery delivery, Answer answer, Instant again, boolean all) {
        tried(delivery, Delivery.State.WAITING, again, answer);
        failed(connection, all ? again : null, false);
    }

    /** @param stop whether nothing more is brought there until somebody of the office says so */
    @Transactional
    void exhausted(Connection connection, Delivery delivery, Answer answer, boolean stop) {
        tried(delivery, Delivery.State.GAVE_UP, clock.instant(), answer);
        failed(connection, null, stop);
    }

    private void failed(Connection connection, Instant resume, boolean stop) {
        writes.returning(FAILED, row -> 1, clock.instant(), resume, stop, county.id(), connection.id());
    }

    private void tried(Delivery delivery, Delivery.State state, Instant due, Answer answer) {
        writes.returning(
                TRIED,
                row -> 1,
                state.name(),
                due,
                state == Delivery.State.WAITING ? null : clock.instant(),
                answer.status().orElse(null),
                answer.text(),
                answer.tookMs(),
                county.id(),
                delivery.id());
    }

    /**
     * Others may come now. Whatever waits brings another job here when it is due.
     *
     * @param job the name of the one that leaves
     * @param more whether it broke off
     */
    @Transactional
    void leave(Connection connection, String job, boolean more) {
        record Left(Connection.State state, Instant resumeAt) {}
        Left left = writes.returning(
                        LEAVE,
                        row -> new Left(
                                Connection.State.valueOf(row.getString("state")), Jdbc.instant(row, "resume_at")),
                        county.id(),
                        connection.id())
                .get(0);
        if (left.state() != Connection.State.ACTIVE) {
            return;
        }
        Instant due = reads.rows(NEXT_DUE, row -> Jdbc.instant(row, "due"), county.id(), connection.id())
                .get(0);
        Instant next = more || statementsAreNew(connection) ? clock.instant() : due;
        if (more && left.resumeAt() == null) {
            goOn(connection.id(), county.id(), DeliveryJob.afterwards(job));
        } else if (next != null) {
            wake(connection.id(), left.resumeAt() != null && left.resumeAt().isAfter(next) ? left.resumeAt() : next);
        }
    }

    private boolean statementsAreNew(Connection connection) {
        return connection.kind() == Connection.Kind.LRS
                && !reads.rows(NEW_STATEMENTS, row -> 1, county.id(), connection.id())
                        .isEmpty();
    }

    /** Within the caller's transaction: a job comes to the connection when it is due. */
    void wake(UUID connection, Instant due) {
        // Under a name of its own: work of the same name that is just ending would swallow it. None ends before it is
        // due, so those of one later moment are one.
        Object name = due.isAfter(clock.instant()) ? due.toEpochMilli() : Ids.next();
        jobs.enqueue(DeliveryJob.NAME, connection + "/" + name, county.id(), due);
    }

    /** As {@link #wake}, for what no job is needed that waits its turn already. */
    void goOn(UUID connection, String ofCounty, String job) {
        jobs.enqueue(DeliveryJob.NAME, connection + "/" + job, ofCounty, clock.instant());
    }

    /** What waits for it is brought no more. */
    void forgetWaiting(UUID connection) {
        writes.returning(FORGET, row -> 1, county.id(), connection);
    }

    /** @return whether there was one that had ended */
    boolean replay(UUID connection, UUID delivery) {
        return !writes.returning(REPLAY, row -> 1, clock.instant(), county.id(), connection, delivery)
                .isEmpty();
    }

    /** @param before the number of the last one of the page before */
    List<Delivery> latest(UUID connection, long before, int most) {
        return reads.rows(LATEST, Delivery::of, county.id(), connection, before, most);
    }
}
