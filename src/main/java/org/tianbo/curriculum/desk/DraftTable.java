package org.tianbo.curriculum.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.tianbo.curriculum.CountyCourses.Draft;
import org.tianbo.curriculum.county.ContentChanges;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The table {@code county_drafts}: of each lesson the text that its writers work on. */
@ApplicationScoped
class DraftTable {

    private static final String ALL =
            """
            select draft.lesson, draft.course, draft.number, draft.based_on,
                draft.files is distinct from published.files as differs,
                substring(draft.files ->> 'lesson.zh.md' from 'title:[ "]*([^\\n"]*)') as title
            from county_drafts draft left join lateral (
                select files from county_content content
                where content.county = draft.county and content.kind = 'LESSON' and content.slug = draft.lesson
                order by content.number desc limit 1) published on true
            where draft.county = ? order by draft.course, draft.number, draft.lesson
            """;

    private static final String ONE =
            "select lesson, course, number, files::text, revision, saved_by, saved_at, based_on"
                    + " from county_drafts where county = ? and lesson = ?";

    /** A first draft is added; a later one takes the place of that revision and of no other. */
    private static final String SAVE =
            """
            insert into county_drafts (county, lesson, course, number, files, revision, saved_by, saved_at, based_on)
            values (?, ?, ?, ?, ?::jsonb, 1, ?, ?, ?)
            on conflict (county, lesson) do update
            set files = excluded.files, revision = county_drafts.revision + 1,
                saved_by = excluded.saved_by, saved_at = excluded.saved_at
            where county_drafts.revision = ?
            returning revision
            """;

    private static final String COMPARED =
            "update county_drafts set based_on = ? where county = ? and lesson = ? returning revision";

    private static final String DELETE =
            "delete from county_drafts where county = ? and lesson = ? and revision = ? returning revision";

    private static final String NEXT_NUMBER =
            "select coalesce(max(number), 0) + 1 from county_drafts where county = ? and course = ?";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    DraftTable(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /**
     * A draft in a list.
     *
     * @param differs whether it says something else than what was published last
     * @param title its Chinese one; empty where none is written
     */
    record Line(String lesson, String course, int number, boolean differs, String title, Optional<String> basedOn) {}

    /** By course and number. */
    List<Line> all() {
        return reads.rows(
                ALL,
                row -> new Line(
                        row.getString("lesson"),
                        row.getString("course"),
                        row.getInt("number"),
                        row.getBoolean("differs"),
                        Objects.requireNonNullElse(row.getString("title"), ""),
                        Optional.ofNullable(row.getString("based_on"))),
                county.id());
    }

    Optional<Draft> find(String lesson) {
        return reads.rows(ONE, DraftTable::draft, county.id(), lesson).stream().findFirst();
    }

    /**
     * @param draft with the revision that was changed; 0 for a first one
     * @return the revision it has now; empty when another was saved meanwhile
     */
    Optional<Long> save(Draft draft, UUID by, Instant now) {
        return writes
                .returning(
                        SAVE,
                        row -> row.getLong(1),
                        county.id(),
                        draft.lesson(),
                        draft.course(),
                        draft.number(),
                        ContentChanges.written(draft.files()),
                        by,
                        now,
                        draft.basedOn().orElse(null),
                        draft.revision())
                .stream()
                .findFirst();
    }

    /** @param version of the shipped lesson */
    void compared(String lesson, String version) {
        writes.returning(COMPARED, row -> row.getLong(1), version, county.id(), lesson);
    }

    /** @return the revision that was deleted; empty when another was saved meanwhile */
    Optional<Long> delete(String lesson, long revision) {
        return writes.returning(DELETE, row -> row.getLong(1), county.id(), lesson, revision).stream()
                .findFirst();
    }

    /** Behind the course's last lesson. */
    int nextNumber(String course) {
        return reads.rows(NEXT_NUMBER, row -> row.getInt(1), county.id(), course)
                .get(0);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        SortedMap<String, String> files = ContentChanges.read(row.getString("files"));
        return new Draft(
                row.getString("lesson"),
                row.getString("course"),
                row.getInt("number"),
                files,
                row.getLong("revision"),
                Optional.of(row.getObject("saved_by", UUID.class)),
                Optional.of(Jdbc.instant(row, "saved_at")),
                Optional.ofNullable(row.getString("based_on")));
    }
}
