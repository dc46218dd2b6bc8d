package org.tianbo.narration.voice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.narration.Narration.Sound;
import org.tianbo.narration.Narration.Span;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Which lessons the county publishes as spoken, and their sounds. */
@ApplicationScoped
class NarrationTable {

    private static final String COLUMNS =
            "select lesson, language, state, dialect, speaker, changed_at from narrations";
    private static final String ALL = COLUMNS + " where county = ?";
    private static final String ONE = COLUMNS + " where county = ? and lesson = ? and language = ?";

    private static final String SOUNDS =
            """
            select lesson, language, part, name, opus_bytes, aac_bytes, duration_ms, spans from narration_sounds
            where county = ?
            """;

    private static final String PUT =
            """
            insert into narrations (county, lesson, language, state, dialect, speaker, changed_by, changed_at)
            values (?, ?, ?, 'making', ?, ?, ?, ?)
            on conflict (county, lesson, language) do update set state = 'making', dialect = excluded.dialect,
                speaker = excluded.speaker, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            returning lesson
            """;

    private static final String TURN =
            """
            update narrations set state = ?
            where county = ? and lesson = ? and language = ? and state = 'making' and changed_at = ?
            returning lesson
            """;

    private static final String WITHDRAW =
            """
            update narrations set state = 'draft', changed_by = ?, changed_at = ?
            where county = ? and lesson = ? and language = ?
            returning lesson
            """;

    private static final String ADD_SOUND =
            """
            insert into narration_sounds (county, lesson, language, part, name, opus_bytes, aac_bytes, duration_ms,
                spans)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            returning name
            """;

    private static final String REMOVE_SOUNDS =
            "delete from narration_sounds where county = ? and lesson = ? and language = ? returning name";

    private static final String USED = "select name from narration_sounds where county = ? and name = any(?)";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    NarrationTable(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** @param changed when it was last published or taken back */
    record Row(Place place, State state, String dialect, UUID speaker, Instant changed) {}

    enum Part {
        TEXT,
        QUIZ;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param opusBytes size of one file, {@code aacBytes} of the other */
    record Files(Sound sound, long opusBytes, long aacBytes) {}

    Map<Place, Row> all() {
        return reads.rows(ALL, NarrationTable::row, county.id()).stream()
                .collect(Collectors.toMap(Row::place, row -> row));
    }

    Optional<Row> find(Place place) {
        return reads.rows(ONE, NarrationTable::row, county.id(), place.lesson(), place.language()).stream()
                .findFirst();
    }

    Map<Place, Map<Part, Sound>> sounds() {
        Map<Place, Map<Part, Sound>> all = new HashMap<>();
        reads.rows(
                SOUNDS,
                row -> all.computeIfAbsent(place(row), place -> new HashMap<>())
                        .put(Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)), sound(row)),
                county.id());
        return all;
    }

    void put(Place place, String dialect, UUID speaker, UUID by, Instant now) {
        writes.returning(
                PUT, row -> place, county.id(), place.lesson(), place.language(), dialect, speaker, by, utc(now));
    }

    /**
     * Ends the making.
     *
     * @param asked when that was asked for
     * @return false when it was taken back, or asked for again, meanwhile
     */
    boolean turn(Place place, State state, Instant asked) {
        return !writes.returning(
                        TURN, row -> place, state.code(), county.id(), place.lesson(), place.language(), utc(asked))
                .isEmpty();
    }

    /** @return the names of what was heard until now */
    List<String> replace(Place place, Map<Part, Files> made) {
        List<String> earlier = remove(place);
        made.forEach((part, files) -> writes.returning(
                ADD_SOUND,
                row -> part,
                county.id(),
                place.lesson(),
                place.language(),
                part.code(),
                files.sound().name(),
                files.opusBytes(),
                files.aacBytes(),
                files.sound().durationMs(),
                files.sound().spans().stream().map(Span::toString).collect(Collectors.joining(" "))));
        return unused(earlier);
    }

    /** @return the names of what was heard until now */
    List<String> withdraw(Place place, UUID by, Instant now) {
        writes.returning(WITHDRAW, row -> place, by, utc(now), county.id(), place.lesson(), place.language());
        return unused(remove(place));
    }

    private List<String> remove(Place place) {
        return writes.returning(REMOVE_SOUNDS, row -> row.getString(1), county.id(), place.lesson(), place.language());
    }

    /** Without those that are heard elsewhere: the same words by the same voice make the same file. */
    private List<String> unused(List<String> names) {
        List<String> used = reads.rows(USED, row -> row.getString(1), county.id(), names.toArray(String[]::new));
        return names.stream().filter(name -> !used.contains(name)).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                place(row),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("dialect"),
                row.getObject("speaker", UUID.class),
                Jdbc.instant(row, "changed_at"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("lesson"), row.getString("language"));
    }

    private static Sound sound(ResultSet row) throws SQLException {
        return new Sound(
                row.getString("name"),
                Math.max(row.getLong("opus_bytes"), row.getLong("aac_bytes")),
                row.getLong("duration_ms"),
                Arrays.stream(row.getString("spans").split(" "))
                        .map(Span::parse)
                        .toList());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
