package org.tianbo.learning.progress;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
     * Of the earliest opening of each version. Rows that are right are not touched.
     *
     * <p>Formatted with where openings are found, as {@code lesson, version, trainee, at} of {@code opened}.
     */
    private static final String KEEP =
            """
            insert into lessons_opened as kept (county, lesson, version, trainee, at)
            select c.county, c.slug, c.version, opened.trainee, min(opened.at)
            from %s
            join county_content c on c.county = ? and c.kind = 'LESSON'
                and c.slug = opened.lesson and c.version = opened.version
            left join lessons_opened k on k.county = c.county and k.lesson = c.slug and k.version = c.version
                and k.trainee = opened.trainee
            where k.at is null or opened.at < k.at
            group by 1, 2, 3, 4
            order by 1, 2, 3, 4
            on conflict (county, lesson, version, trainee) do update set at = excluded.at where excluded.at < kept.at
            returning trainee
            """;

    private static final String KEEP_SENT = KEEP.formatted(
            """
            (select lesson, version, ?::uuid as trainee, at
            from unnest(?::text[], ?::text[], ?::timestamptz[]) as sent (lesson, version, at)) opened
            """);

    /** Where nothing was ever published no record is read. */
    private static final String KEEP_ALL = KEEP.formatted(
            """
            (select data ->> 'lesson' as lesson, data ->> 'version' as version, person as trainee,
                least(at, received_at) as at
            from sync_records
            where exists (select from county_content where county = ? and kind = 'LESSON')
                and county = ? and type = 'lesson.opened' and person = any(?::uuid[])) opened
            """);

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

    /** What a record says was opened. */
    private record Version(String lesson, String version) {

        static Version of(JsonNode data) {
            return new Version(
                    data.path("lesson").asText(), data.path("version").asText());
        }
    }

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    OpenedVersions(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** An evening's openings are of few lessons: each version is asked about once, and no record is read back. */
    void keep(@Observes RecordsSynced synced) {
        Map<Version, Instant> earliest = new HashMap<>();
        for (RecordsSynced.Synced one : synced.ofType(RecordType.LESSON_OPENED.wire())) {
            earliest.merge(Version.of(one.data()), one.at(), OpenedVersions::earlier);
        }
        if (!earliest.isEmpty()) {
            writes.returning(
                    KEEP_SENT,
                    row -> true,
                    synced.person(),
                    earliest.keySet().stream().map(Version::lesson).toList(),
                    earliest.keySet().stream().map(Version::version).toList(),
                    earliest.values().stream()
                            .map(at -> earlier(at, synced.received()))
                            .toList(),
                    synced.county());
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** @return how many rows were missing, or told of a later time than the first */
    int mend(String countyId, Collection<UUID> learners) {
        return writes.returning(KEEP_ALL, row -> true, countyId, countyId, learners, countyId)
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
