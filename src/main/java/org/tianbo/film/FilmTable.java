package org.tianbo.film;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The county's videos as they stand; a deleted one is no longer found. */
@ApplicationScoped
public class FilmTable {

    private static final String FILMS =
            """
            select f.*, exists (select 1 from film_changes c
                    where c.county = f.county and c.film = f.id and c.change = 'published') as ever_published,
                exists (select 1 from film_captions c where c.county = f.county and c.film = f.id) as captions,
                (select string_agg(concat_ws(' ', c.kind, c.key, c.sha256, c.bytes), E'\\n' order by c.kind)
                    from film_copies c where c.county = f.county and c.film = f.id) as copies
            from films f where f.county = ? and f.deleted_at is null
            """;

    private static final String ADD =
            """
            insert into films (county, id, lesson, bytes, added_by, begun_at, state)
            values (?, ?, ?, ?, ?, ?, 'uploading') on conflict do nothing returning id
            """;

    /** What is being sent counts as announced, the rest as it is stored. */
    private static final String STORED =
            """
            select coalesce((select sum(bytes) from films
                    where county = ? and state in ('uploading', 'making') and deleted_at is null), 0)
                + coalesce((select sum(bytes) from film_copies where county = ?), 0) as bytes
            """;

    private static final String COPY =
            """
            insert into film_copies (county, film, kind, key, sha256, bytes) values (?, ?, ?, ?, ?, ?)
            on conflict (county, film, kind) do update set key = excluded.key, sha256 = excluded.sha256,
                bytes = excluded.bytes
            returning film
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    FilmTable(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** @return false when there is a video of that id already */
    public boolean add(UUID id, String lesson, long bytes, UUID by, Instant now) {
        return changed(ADD, county.id(), id, lesson, bytes, by, now.atOffset(ZoneOffset.UTC));
    }

    public Optional<Film> find(UUID id) {
        return films("and f.id = ?", id).stream().findFirst();
    }

    /** All, by lesson, the newest first. */
    public List<Film> all() {
        return films("order by f.lesson, f.begun_at desc");
    }

    /** The newest first. */
    public List<Film> of(String lesson) {
        return films("and f.lesson = ? order by f.begun_at desc", lesson);
    }

    /** Uploads that began before that moment and are not complete. */
    public List<Film> unfinishedSince(Instant before) {
        return films("and f.state = 'uploading' and f.begun_at < ?", before.atOffset(ZoneOffset.UTC));
    }

    /** Bytes of all of the county's videos. */
    public long storedBytes() {
        return reads.rows(STORED, row -> row.getLong("bytes"), county.id(), county.id())
                .get(0);
    }

    /** How long each is or was, also of those that are deleted. */
    public Map<UUID, Duration> lengths() {
        Map<UUID, Duration> lengths = new HashMap<>();
        reads.rows(
                "select id, duration_ms from films where county = ? and duration_ms is not null",
                row -> lengths.put(row.getObject("id", UUID.class), Duration.ofMillis(row.getInt("duration_ms"))),
                county.id());
        return lengths;
    }

    /** @return whether it was in the state it comes from */
    public boolean move(UUID id, FilmState from, FilmState to) {
        return changed(
                "update films set state = ? where county = ? and id = ? and state = ? and deleted_at is null"
                        + " returning id",
                to.wire(),
                county.id(),
                id,
                from.wire());
    }

    /** Keeps a copy and counts it. */
    public void made(UUID id, FilmCopy copy, int count) {
        changed(COPY, county.id(), id, copy.kind(), copy.key(), copy.sha256(), copy.bytes());
        changed("update films set copies_made = ? where county = ? and id = ? returning id", count, county.id(), id);
    }

    /** @return false when it is no longer being made, as one that was deleted */
    public boolean ready(UUID id, int durationMs, boolean sound) {
        return changed(
                "update films set state = 'ready', duration_ms = ?, sound = ? where county = ? and id = ?"
                        + " and state = 'making' and deleted_at is null returning id",
                durationMs,
                sound,
                county.id(),
                id);
    }

    public void fail(UUID id, String code) {
        changed(
                "update films set state = 'failed', fault = ? where county = ? and id = ? and state = 'making'"
                        + " returning id",
                code,
                county.id(),
                id);
    }

    /** Takes whichever video of the lesson trainees see away from them. @return which it was */
    public Optional<UUID> withdraw(String lesson) {
        return writes
                .returning(
                        "update films set published_at = null where county = ? and lesson = ?"
                                + " and published_at is not null returning id",
                        row -> row.getObject("id", UUID.class),
                        county.id(),
                        lesson)
                .stream()
                .findFirst();
    }

    /** Until the transaction ends, nobody else decides which of the lesson's videos is shown, or what they ask. */
    public void lock(String lesson) {
        changed("select id from films where county = ? and lesson = ? order by id for update", county.id(), lesson);
    }

    public void publish(UUID id, Instant now) {
        changed(
                "update films set published_at = ? where county = ? and id = ? and deleted_at is null returning id",
                now.atOffset(ZoneOffset.UTC),
                county.id(),
                id);
    }

    /** The row stays, so that what was watched stays known; its copies are gone. */
    public void delete(UUID id, Instant now) {
        changed("delete from film_copies where county = ? and film = ? returning film", county.id(), id);
        changed("delete from film_chunks where county = ? and film = ? returning film", county.id(), id);
        changed(
                "update films set deleted_at = ? where county = ? and id = ? returning id",
                now.atOffset(ZoneOffset.UTC),
                county.id(),
                id);
    }

    /**
     * An upload that nobody went on with: nobody ever saw anything of it.
     *
     * @return false when it is complete meanwhile; then nothing was changed
     */
    public boolean forget(UUID id) {
        boolean unfinished = changed(
                "select id from films where county = ? and id = ? and state = 'uploading' and deleted_at is null"
                        + " for update",
                county.id(),
                id);
        if (unfinished) {
            changed("delete from film_chunks where county = ? and film = ? returning film", county.id(), id);
            changed("delete from films where county = ? and id = ? returning id", county.id(), id);
        }
        return unfinished;
    }

    private boolean changed(String statement, Object... parameters) {
        return !writes.returning(statement, row -> true, parameters).isEmpty();
    }

    private List<Film> films(String where, Object... parameters) {
        return reads.rows(
                FILMS + where,
                FilmTable::film,
                Stream.concat(Stream.of(county.id()), Stream.of(parameters)).toArray());
    }

    private static Film film(ResultSet row) throws SQLException {
        return new Film(
                row.getObject("id", UUID.class),
                row.getString("lesson"),
                row.getLong("bytes"),
                row.getObject("added_by", UUID.class),
                Jdbc.instant(row, "begun_at"),
                FilmState.of(row.getString("state")),
                row.getString("fault"),
                row.getInt("copies_made"),
                row.getInt("duration_ms"),
                row.getBoolean("sound"),
                Jdbc.instant(row, "published_at"),
                row.getBoolean("ever_published"),
                row.getBoolean("captions"),
                copies(row.getString("copies")));
    }

    private static List<FilmCopy> copies(String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .map(line -> line.split(" "))
                        .map(part -> new FilmCopy(part[0], part[1], part[2], Long.parseLong(part[3])))
                        .toList();
    }
}
