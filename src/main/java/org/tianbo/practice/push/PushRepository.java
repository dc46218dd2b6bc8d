package org.tianbo.practice.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CurrentCounty;

/** Pushes and the takes made of them. All of it runs in the caller's transaction. */
@ApplicationScoped
class PushRepository {

    private final Session entities;
    private final CurrentCounty county;

    PushRepository(Session entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    /**
     * The latest push of an attempt.
     *
     * @param init what each of its takes begins with; empty before it came
     * @param sending the take that is being sent; empty before its first segment
     */
    record Push(
            int number,
            Instant begunAt,
            Instant seenAt,
            boolean ended,
            Optional<byte[]> init,
            Optional<Sending> sending) {

        /** Segments last two seconds; one from which none came for longer has lost its network. */
        private static final Duration SILENT_FOR = Duration.ofSeconds(8);

        boolean isUnderWay(Instant now) {
            return !ended && seenAt.plus(SILENT_FOR).isAfter(now);
        }
    }

    /** @param first number of the take's first segment @param next number of the one to come */
    record Sending(int take, int first, int next) {}

    record PushedTake(int take, Instant startedAt, Instant endedAt) {}

    Optional<Push> latest(UUID attempt) {
        return NativeQueries.ofColumns(
                        entities,
                        """
                        select push, begun_at, seen_at, ended, init, take, first_segment, next_segment
                        from attempt_pushes where county = :county and attempt = :attempt
                        order by push desc limit 1""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .uniqueResultOptional()
                .map(PushRepository::push);
    }

    void begin(UUID attempt, int push, Instant now) {
        entities.createNativeMutationQuery(
                        """
                        insert into attempt_pushes (county, attempt, push, begun_at, seen_at)
                        values (:county, :attempt, :push, :now, :now)""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("push", push)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** From now on the next segment begins a take. */
    void init(UUID attempt, int push, byte[] init, Instant now) {
        entities.createNativeMutationQuery(
                        """
                        update attempt_pushes set init = :init, seen_at = :now,
                            take = null, first_segment = null, next_segment = null
                        where county = :county and attempt = :attempt and push = :push""")
                .setParameter("init", init)
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("push", push)
                .setParameter("now", now)
                .executeUpdate();
    }

    void beginTake(UUID attempt, int push, Sending sending, Instant startedAt) {
        entities.createNativeMutationQuery(
                        """
                        insert into pushed_takes (county, attempt, take, started_at, ended_at)
                        values (:county, :attempt, :take, :startedAt, :startedAt)""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("take", sending.take())
                .setParameter("startedAt", startedAt)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        """
                        update attempt_pushes set take = :take, first_segment = :first, next_segment = :first
                        where county = :county and attempt = :attempt and push = :push""")
                .setParameter("take", sending.take())
                .setParameter("first", sending.first())
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("push", push)
                .executeUpdate();
    }

    /** This segment of the take is stored. */
    void received(UUID attempt, int push, int take, int segment, Instant now) {
        entities.createNativeMutationQuery(
                        """
                        update attempt_pushes set next_segment = greatest(next_segment, :next), seen_at = :now
                        where county = :county and attempt = :attempt and push = :push and take = :take""")
                .setParameter("next", segment + 1)
                .setParameter("now", now)
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("push", push)
                .setParameter("take", take)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        """
                        update pushed_takes set ended_at = greatest(ended_at, :now)
                        where county = :county and attempt = :attempt and take = :take""")
                .setParameter("now", now)
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("take", take)
                .executeUpdate();
    }

    void end(UUID attempt, int push) {
        entities.createNativeMutationQuery(
                        """
                        update attempt_pushes set ended = true
                        where county = :county and attempt = :attempt and push = :push""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("push", push)
                .executeUpdate();
    }

    /** In their order. */
    List<PushedTake> takesOf(UUID attempt) {
        return NativeQueries.ofColumns(
                        entities,
                        """
                        select take, started_at, ended_at from pushed_takes
                        where county = :county and attempt = :attempt order by take""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .getResultList()
                .stream()
                .map(row -> new PushedTake(((Number) row[0]).intValue(), instant(row[1]), instant(row[2])))
                .toList();
    }

    private static Push push(Object[] row) {
        return new Push(
                ((Number) row[0]).intValue(),
                instant(row[1]),
                instant(row[2]),
                (Boolean) row[3],
                Optional.ofNullable((byte[]) row[4]),
                Optional.ofNullable((Number) row[5])
                        .map(take -> new Sending(
                                take.intValue(), ((Number) row[6]).intValue(), ((Number) row[7]).intValue())));
    }

    private static Instant instant(Object column) {
        return column instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) column;
    }
}
