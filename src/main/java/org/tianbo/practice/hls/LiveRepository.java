package org.tianbo.practice.hls;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Which lives are watched, and which replica makes their segments. All times are the database's, for the replicas'
 * clocks differ.
 */
@ApplicationScoped
public class LiveRepository {

    /** Viewers ask every two or three seconds; one that stopped asking has gone. */
    private static final String WATCHED = "watched_at > clock_timestamp() - interval '30 seconds'";

    private static final String LEASED = "lease_until = clock_timestamp() + interval '10 seconds'";

    private static final String FREE = "(lease_until is null or lease_until < clock_timestamp())";

    private final Session entities;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    LiveRepository(Session entities, CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** A live among all counties. */
    public record Name(String county, UUID attempt) {}

    /**
     * @param finishedAt when the rehearsal ended; null while it goes on
     * @param begun whether anything of it has come
     * @param watching how many viewers there are
     */
    public record LiveState(
            Name name,
            long lastEvent,
            long nextSegment,
            boolean troubled,
            Instant finishedAt,
            boolean begun,
            int watching) {}

    /** Of the lives of all counties, those that somebody watches and no replica makes segments of. */
    List<Name> waiting(int most) {
        return reads.rows(
                "select county, attempt from lives where " + WATCHED + " and " + FREE + " limit ?",
                LiveRepository::name,
                most);
    }

    /** Those of the lives that still exist. */
    public List<LiveState> states(List<Name> lives) {
        return reads.rows(
                """
                select l.county, l.attempt, l.last_event, l.next_segment, l.troubled_since is not null as troubled,
                    a.finished_at, a.state <> 'planned' as begun,
                    (select count(*) from live_viewers v where v.county = l.county and v.attempt = l.attempt
                        and v.removed_at is null and v.seen_at > clock_timestamp() - interval '40 seconds') as watching
                from lives l join attempts a on a.county = l.county and a.id = l.attempt
                where (l.county, l.attempt) in
                    (select * from unnest(string_to_array(?, ' '), cast(string_to_array(?, ' ') as uuid[])))""",
                LiveRepository::state,
                counties(lives),
                attempts(lives));
    }

    static String counties(Collection<Name> lives) {
        return lives.stream().map(Name::county).collect(Collectors.joining(" "));
    }

    static String attempts(Collection<Name> lives) {
        return lives.stream().map(live -> live.attempt().toString()).collect(Collectors.joining(" "));
    }

    static Name name(ResultSet row) throws SQLException {
        return new Name(row.getString("county"), row.getObject("attempt", UUID.class));
    }

    private static LiveState state(ResultSet row) throws SQLException {
        return new LiveState(
                name(row),
                row.getLong("last_event"),
                row.getLong("next_segment"),
                row.getBoolean("troubled"),
                Jdbc.instant(row, "finished_at"),
                row.getBoolean("begun"),
                row.getInt("watching"));
    }

    /** Whether anybody was ever invited. */
    public boolean exists(UUID attempt) {
        return !reads.rows(
                        "select 1 from lives where county = ? and attempt = ?",
                        row -> row.getInt(1),
                        county.id(),
                        attempt)
                .isEmpty();
    }

    /** Somebody watches these. */
    public void watched(List<Name> lives) {
        entities.createNativeMutationQuery(
                        """
                        update lives set watched_at = clock_timestamp()
                        where (county, attempt) in (select * from unnest(
                            string_to_array(:counties, ' '), cast(string_to_array(:attempts, ' ') as uuid[])))""")
                .setParameter("counties", counties(lives))
                .setParameter("attempts", attempts(lives))
                .executeUpdate();
    }

    /** @return whether this replica makes the segments from now on */
    boolean take(UUID attempt, UUID holder) {
        return !writes.returning(
                        "update lives set lease_holder = ?, " + LEASED + " where county = ? and attempt = ? and " + FREE
                                + " returning 1",
                        row -> true,
                        holder,
                        county.id(),
                        attempt)
                .isEmpty();
    }

    /** Of the lives of all counties, those that the replica still holds and somebody watches: from now on as long. */
    List<Name> renew(List<Name> lives, UUID holder) {
        return writes.returning(
                "update lives set " + LEASED + " where (county, attempt) in (select * from unnest("
                        + "string_to_array(?, ' '), cast(string_to_array(?, ' ') as uuid[])))"
                        + " and lease_holder = ? and " + WATCHED + " returning county, attempt",
                LiveRepository::name,
                counties(lives),
                attempts(lives),
                holder);
    }

    void release(UUID attempt, UUID holder) {
        entities.createNativeMutationQuery(
                        """
                        update lives set lease_holder = null, lease_until = null
                        where county = :county and attempt = :attempt and lease_holder = :holder""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("holder", holder)
                .executeUpdate();
    }

    void troubled(UUID attempt, UUID holder) {
        entities.createNativeMutationQuery(
                        """
                        update lives set troubled_since = coalesce(troubled_since, clock_timestamp())
                        where county = :county and attempt = :attempt and lease_holder = :holder""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("holder", holder)
                .executeUpdate();
    }

    /** Something changed that viewers are told of. @return its number; until the transaction ends no other gets one */
    public long nextEvent(UUID attempt) {
        return nextEventIfWatched(attempt).orElseThrow();
    }

    /** The same; empty where nobody was ever invited. */
    public Optional<Long> nextEventIfWatched(UUID attempt) {
        return NativeQueries.<Long>ofOneColumn(
                        entities,
                        """
                        update lives set last_event = last_event + 1
                        where county = :county and attempt = :attempt returning last_event""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * Lives of all counties that ended before then, or never began and have no invitation that held since. One whose
     * segments are still stored is not among them.
     */
    public List<Name> endedBefore(Instant time, int most) {
        return reads.rows(
                """
                select l.county, l.attempt from lives l join attempts a on a.county = l.county and a.id = l.attempt
                where (a.finished_at < ? or a.finished_at is null and not exists (select from live_invitations i
                        where i.county = l.county and i.attempt = l.attempt and i.ends_at >= ?))
                    and not exists (select from live_segments s where s.county = l.county and s.attempt = l.attempt)
                limit ?""",
                LiveRepository::name,
                time,
                time,
                most);
    }

    /** With its invitations, its viewers and what was said. @return how many there were: one, or none */
    public int delete(UUID attempt) {
        return entities.createNativeMutationQuery("delete from lives where county = :county and attempt = :attempt")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .executeUpdate();
    }

    /** Lives of all counties that ended some minutes ago and still have segments. */
    List<Name> ended(int most) {
        return reads.rows(
                """
                select l.county, l.attempt from lives l join attempts a on a.county = l.county and a.id = l.attempt
                where (a.finished_at < clock_timestamp() - interval '5 minutes'
                        or l.watched_at < clock_timestamp() - interval '1 day')
                    and exists (select from live_segments s where s.county = l.county and s.attempt = l.attempt)
                limit ?""",
                LiveRepository::name,
                most);
    }
}
