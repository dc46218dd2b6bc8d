package org.tianbo.practice.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.lookback.SelfReviewReport.Point;

/** What hosts spoke of their own attempts. All of it runs in the caller's transaction. */
@ApplicationScoped
class VoiceRepository {

    private final Session entities;
    private final CurrentCounty county;

    VoiceRepository(Session entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    /** @param sha256 of the bytes as the phone recorded them */
    record Voice(UUID attempt, String sha256, String key, long bytes, long durationMs) {}

    Optional<String> keyOf(UUID attempt, String sha256) {
        return NativeQueries.<String>ofOneColumn(
                        entities,
                        "select key from self_review_voices"
                                + " where county = :county and attempt = :attempt and sha256 = :sha256")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("sha256", sha256)
                .uniqueResultOptional();
    }

    /** @return false when it is there already */
    boolean add(Voice voice, Instant now) {
        return entities.createNativeMutationQuery(
                                """
                                insert into self_review_voices
                                    (county, attempt, sha256, key, bytes, duration_ms, received_at)
                                values (:county, :attempt, :sha256, :key, :bytes, :durationMs, :now)
                                on conflict do nothing""")
                        .setParameter("county", county.id())
                        .setParameter("attempt", voice.attempt())
                        .setParameter("sha256", voice.sha256())
                        .setParameter("key", voice.key())
                        .setParameter("bytes", voice.bytes())
                        .setParameter("durationMs", voice.durationMs())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /**
     * Deletes the rows that no part refers to and that came before then: what was spoken anew, or never kept.
     *
     * @return the keys of their bytes
     */
    List<String> deleteUnused(UUID attempt, Instant before) {
        return NativeQueries.<String>ofOneColumn(
                        entities,
                        """
                        delete from self_review_voices v
                        where county = :county and attempt = :attempt and received_at < :before
                            and not exists (select 1 from self_reviews r
                                where r.county = v.county and r.attempt = v.attempt and r.voice = v.sha256)
                        returning key""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("before", before)
                .getResultList();
    }

    /** @throws Refused when a part refers to one that is not here */
    void requireSent(UUID attempt, SelfReviewReport report) {
        Stream.of(Optional.ofNullable(report.kept()), Optional.ofNullable(report.change()))
                .flatMap(Optional::stream)
                .map(Point::voice)
                .filter(voice -> voice != null && !voice.isEmpty())
                .filter(voice -> keyOf(attempt, voice).isEmpty())
                .findFirst()
                .ifPresent(missing -> {
                    throw SelfReviewRefused.voiceNotSent();
                });
    }
}
