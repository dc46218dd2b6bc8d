package org.tianbo.practice.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.lookback.SelfReviewReport.At;
import org.tianbo.practice.lookback.SelfReviewReport.Point;

/** What hosts say of their own attempts, part by part. All of it runs in the caller's transaction. */
@ApplicationScoped
class SelfReviewRepository {

    private static final String KEPT = "kept";
    private static final String CHANGE = "change";

    /** A phone whose clock is further ahead would win over every edit to come. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private final Session entities;
    private final CurrentCounty county;

    SelfReviewRepository(Session entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    /** Takes over each part that was edited later than the one that is here; the same again changes nothing. */
    void merge(UUID attempt, SelfReviewReport report, Instant now) {
        merge(attempt, KEPT, report.kept(), now);
        merge(attempt, CHANGE, report.change(), now);
    }

    /** Parts of which nothing was ever said are absent. */
    SelfReviewReport of(UUID attempt) {
        Map<String, Point> parts = NativeQueries.ofColumns(
                        entities,
                        "select part, words, take, ms, edited_at, voice from self_reviews"
                                + " where county = :county and attempt = :attempt")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], SelfReviewRepository::point));
        return new SelfReviewReport(parts.get(KEPT), parts.get(CHANGE));
    }

    private void merge(UUID attempt, String part, Point point, Instant now) {
        if (point == null) {
            return;
        }
        Instant latest = now.plus(MOST_AHEAD);
        entities.createNativeMutationQuery(
                        """
                        insert into self_reviews as kept
                            (county, attempt, part, words, voice, take, ms, edited_at, received_at)
                        values (:county, :attempt, :part, :words, nullif(:voice, ''), :take, :ms, :editedAt, :now)
                        on conflict (county, attempt, part) do update set
                            words = excluded.words,
                            voice = case when cast(:voice as text) is null then kept.voice else excluded.voice end,
                            take = excluded.take,
                            ms = excluded.ms,
                            edited_at = excluded.edited_at,
                            received_at = excluded.received_at
                        where excluded.edited_at > kept.edited_at""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("part", part)
                .setParameter("words", point.words().strip())
                .setParameter("voice", point.voice(), String.class)
                .setParameter("take", point.at() == null ? null : point.at().take(), Integer.class)
                .setParameter("ms", point.at() == null ? null : point.at().ms(), Long.class)
                .setParameter("editedAt", point.editedAt().isAfter(latest) ? latest : point.editedAt())
                .setParameter("now", now)
                .executeUpdate();
    }

    private static Point point(Object[] row) {
        At at = row[2] == null ? null : new At(((Number) row[2]).intValue(), ((Number) row[3]).longValue());
        Instant editedAt = row[4] instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) row[4];
        return new Point((String) row[1], (String) row[5], at, editedAt);
    }
}
