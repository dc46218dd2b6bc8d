package org.tianbo.practice.hls;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.hls.LiveRepository.Name;

/** Segments of lives; their bytes lie in the storage. */
@ApplicationScoped
public class SegmentRepository {

    private static final String SELECT =
            """
            select number, run, key, init_key, duration_ms, take, from_ms, header, seq, made_at,
                coalesce(shown_at, made_at) as shown_at
            from live_segments where county = ? and attempt = ? order by number desc limit ?""";

    private static final String ADD_NEXT =
            """
            with live as (
                update lives set next_segment = next_segment + 1, troubled_since = null
                where county = ? and attempt = ? and lease_holder = ?
                returning county, attempt, next_segment - 1 as number
            ), added as (
                insert into live_segments (county, attempt, number, run, key, init_key, duration_ms, take, from_ms,
                    header, seq, made_at, shown_at)
                select county, attempt, number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from live
            ), forgotten as (
                delete from live_segments s using live l
                where s.county = l.county and s.attempt = l.attempt and s.number < l.number - ? returning s.key
            )
            select forgotten.key from live left join forgotten on true""";

    private static final String FROM =
            """
            select s.county, s.attempt, s.number, s.run, s.key, s.init_key, s.duration_ms, s.take, s.from_ms, s.header,
                s.seq, s.made_at, coalesce(s.shown_at, s.made_at) as shown_at
            from unnest(string_to_array(?, ' '), cast(string_to_array(?, ' ') as uuid[]),
                cast(string_to_array(?, ' ') as bigint[])) as w (county, attempt, number)
            join live_segments s on s.county = w.county and s.attempt = w.attempt and s.number >= w.number
            order by s.number""";

    private final Session entities;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    SegmentRepository(Session entities, CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /**
     * Adds a segment as the next of its live, whose trouble is over, and forgets those far behind it.
     *
     * @param segment whose number is not known yet
     * @param most that are kept
     * @return the keys of the bytes of those that were forgotten; empty when the holder has lost the lease
     */
    Optional<List<String>> addNext(UUID attempt, UUID holder, LiveSegment segment, int most) {
        List<Optional<String>> forgotten = writes.returning(
                ADD_NEXT,
                row -> Optional.ofNullable(row.getString("key")),
                county.id(),
                attempt,
                holder,
                segment.run(),
                segment.key(),
                segment.initKey(),
                segment.durationMs(),
                segment.take(),
                segment.fromMs(),
                segment.header(),
                segment.seq(),
                segment.madeAt(),
                segment.shownAt(),
                most);
        return forgotten.isEmpty()
                ? Optional.empty()
                : Optional.of(forgotten.stream().flatMap(Optional::stream).toList());
    }

    Optional<LiveSegment> newest(UUID attempt) {
        return newest(attempt, 1).stream().findFirst();
    }

    /** In their order. */
    public List<LiveSegment> newest(UUID attempt, int most) {
        List<LiveSegment> newestFirst = reads.rows(SELECT, SegmentRepository::segment, county.id(), attempt, most);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Of lives of all counties, the segments from a number on, in their order; nothing for those that have none. */
    public Map<Name, List<LiveSegment>> from(Map<Name, Long> numbers) {
        List<Name> lives = List.copyOf(numbers.keySet());
        return reads
                .rows(
                        FROM,
                        row -> Map.entry(LiveRepository.name(row), segment(row)),
                        LiveRepository.counties(lives),
                        LiveRepository.attempts(lives),
                        lives.stream().map(live -> numbers.get(live).toString()).collect(Collectors.joining(" ")))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Forgets those before that number. @return the keys of their bytes */
    List<String> deleteBefore(UUID attempt, long number) {
        return NativeQueries.<String>ofOneColumn(
                        entities,
                        """
                        delete from live_segments
                        where county = :county and attempt = :attempt and number < :number returning key""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("number", number)
                .getResultList();
    }

    private static LiveSegment segment(ResultSet row) throws SQLException {
        return new LiveSegment(
                row.getLong("number"),
                row.getInt("run"),
                row.getString("key"),
                row.getString("init_key"),
                row.getInt("duration_ms"),
                row.getInt("take"),
                row.getLong("from_ms"),
                row.getInt("header"),
                row.getInt("seq"),
                Jdbc.instant(row, "made_at"),
                Jdbc.instant(row, "shown_at"));
    }
}
