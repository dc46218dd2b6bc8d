package org.tianbo.practice.hls;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Segments of lives; their bytes lie in the storage. */
@ApplicationScoped
public class SegmentRepository {

    private static final String SELECT =
            """
            select number, run, key, init_key, duration_ms, take, from_ms, header, seq, made_at,
                coalesce(shown_at, made_at) as shown_at
            from live_segments where county = ? and attempt = ? order by number desc limit ?""";

    private final Session entities;
    private final CountyReads reads;
    private final CurrentCounty county;

    SegmentRepository(Session entities, CountyReads reads, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
        this.county = county;
    }

    void add(UUID attempt, LiveSegment segment) {
        entities.createNativeMutationQuery(
                        """
                        insert into live_segments (county, attempt, number, run, key, init_key, duration_ms,
                            take, from_ms, header, seq, made_at, shown_at)
                        values (:county, :attempt, :number, :run, :key, :initKey, :durationMs, :take, :fromMs,
                            :header, :seq, :madeAt, :shownAt)""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("number", segment.number())
                .setParameter("run", segment.run())
                .setParameter("key", segment.key())
                .setParameter("initKey", segment.initKey())
                .setParameter("durationMs", segment.durationMs())
                .setParameter("take", segment.take())
                .setParameter("fromMs", segment.fromMs())
                .setParameter("header", segment.header())
                .setParameter("seq", segment.seq())
                .setParameter("madeAt", segment.madeAt())
                .setParameter("shownAt", segment.shownAt())
                .executeUpdate();
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
