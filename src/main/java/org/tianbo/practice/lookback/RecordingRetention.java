package org.tianbo.practice.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tianbo.media.Media;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Recordings of attempts that were reviewed long ago are removed; that they were made, and the review, stays. */
@ApplicationScoped
class RecordingRetention implements RetentionRule {

    private static final String OLD =
            """
            select id from attempts
            where county = ? and state = 'reviewed' and recording is not null and finished_at < ? order by id limit 50
            """;

    private static final String REMOVED =
            """
            with chunk as (delete from chunks where county = ? and attempt = ?),
                copy as (delete from live_copy_chunks where county = ? and attempt = ?)
            update attempts set recording = null, copies = null, chunk_count = 0, version = version + 1,
                chunks_deleted_at = coalesce(chunks_deleted_at, ?), stored_bytes = (
                    select coalesce(sum(v.bytes), 0) from self_review_voices v
                    where v.county = attempts.county and v.attempt = attempts.id)
            where county = ? and id = ? returning id
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final Media media;
    private final CurrentCounty county;
    private final Clock clock;

    RecordingRetention(CountyReads reads, CountyWrites writes, Media media, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.media = media;
        this.county = county;
        this.clock = clock;
    }

    @Override
    public Rule rule() {
        return Rule.RECORDINGS;
    }

    /** Bytes first: stopped in between, the row still says that there is something to remove. */
    @Override
    public int remove(Instant before) {
        List<UUID> old = reads.rows(OLD, row -> row.getObject(1, UUID.class), county.id(), before);
        for (UUID attempt : old) {
            media.sizes(county.id() + "/attempts/" + attempt).keySet().stream()
                    .filter(key -> !key.contains("/voices/"))
                    .forEach(media::delete);
            writes.returning(
                    REMOVED,
                    row -> attempt,
                    county.id(),
                    attempt,
                    county.id(),
                    attempt,
                    clock.instant(),
                    county.id(),
                    attempt);
        }
        return old.size();
    }
}
