package org.tianbo.learning.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.learning.LearningProgress.Reader;
import org.tianbo.learning.LearningProgress.Readers;
import org.tianbo.learning.RecordsSynced;
import org.tianbo.learning.sync.RecordType;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Who opened which version of a lesson that their county published: the rows of {@code lessons_opened}, which follow
 * from what phones recorded and are kept in the transaction that stores it. Of versions that the county never published
 * nobody asks, and nothing is kept.
 */
@ApplicationScoped
class OpenedVersions {

    /**
     * A phone's clock that is ahead counts as the time the record came. Rows that are right are not touched, and where
     * nothing was ever published no record is read.
     */
    private static final String KEEP =
            """
            insert into lessons_opened as kept (county, lesson, version, trainee, at)
            select s.county, c.slug, c.version, s.person, min(least(s.at, s.received_at))
            from sync_records s
            join county_content c on c.county = s.county and c.kind = 'LESSON'
                and c.slug = s.data ->> 'lesson' and c.version = s.data ->> 'version'
            left join lessons_opened k on k.county = s.county and k.lesson = c.slug and k.version = c.version
                and k.trainee = s.person
            where exists (select from county_content where county = ? and kind = 'LESSON')
                and s.county = ? and s.type = 'lesson.opened' and s.person = any(?::uuid[])%s
                and (k.at is null or least(s.at, s.received_at) < k.at)
            group by 1, 2, 3, 4
            order by 1, 2, 3, 4
            on conflict (county, lesson, version, trainee) do update set at = excluded.at where excluded.at < kept.at
            returning trainee
            """;

    private static final String KEEP_SENT = KEEP.formatted(" and s.id = any(?::uuid[])");
    private static final String KEEP_ALL = KEEP.formatted("");

    /** Whoever reads without a script finishes a lesson, and no record says that it was opened. */
    private static final String SEEN =
            """
            from (select trainee, version, at, null::timestamptz as finished_at from lessons_opened
                    where county = ? and lesson = ?
                union all
                select trainee, version, at, at from lessons_done where county = ? and lesson = ?) seen
            """;

    private static final String BY_VERSION =
            "select version, count(distinct trainee) as opened, count(finished_at) as finished " + SEEN
                    + " group by version";

    private static final String READERS = "select trainee, min(at) as opened_at, max(finished_at) as finished_at "
            + SEEN + " where version = ? and trainee > ? group by trainee order by trainee limit ?";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    OpenedVersions(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    void keep(@Observes RecordsSynced synced) {
        List<UUID> opened = synced.ofType(RecordType.LESSON_OPENED.wire()).stream()
                .map(RecordsSynced.Synced::id)
                .toList();
        if (!opened.isEmpty()) {
            String own = synced.county();
            writes.returning(KEEP_SENT, row -> true, own, own, List.of(synced.person()), opened);
        }
    }

    /** @return how many rows were missing, or told of a later time than the first */
    int mend(String countyId, Collection<UUID> learners) {
        return writes.returning(KEEP_ALL, row -> true, countyId, countyId, learners)
                .size();
    }

    Map<String, Readers> byVersion(String lesson) {
        Map<String, Readers> all = new HashMap<>();
        reads.rows(
                BY_VERSION,
                row -> all.put(row.getString("version"), new Readers(row.getLong("opened"), row.getLong("finished"))),
                county.id(),
                lesson,
                county.id(),
                lesson);
        return all;
    }

    /** The next after that trainee, by id. */
    List<Reader> readers(String lesson, String version, UUID after, int most) {
        return reads.rows(
                READERS, OpenedVersions::reader, county.id(), lesson, county.id(), lesson, version, after, most);
    }

    private static Reader reader(ResultSet row) throws SQLException {
        return new Reader(
                row.getObject("trainee", UUID.class),
                Jdbc.instant(row, "opened_at"),
                Optional.ofNullable(Jdbc.instant(row, "finished_at")));
    }
}
