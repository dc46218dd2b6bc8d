package org.tianbo.narration.voice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** What trainers of the county have spoken, one take a sentence. */
@ApplicationScoped
class SentenceTable {

    private static final String OF_PLACE =
            """
            select sentence, sha256, key, bytes, duration_ms, spoken_by, spoken_at from spoken_sentences
            where county = ? and lesson = ? and language = ?
            """;

    private static final String BY_LESSON =
            "select lesson, sentence from spoken_sentences where county = ? and language = ?";

    private static final String OF_PERSON = "select key from spoken_sentences where county = ? and spoken_by = ?";

    private static final String PUT =
            """
            with before as (
                select key from spoken_sentences
                where county = ? and lesson = ? and language = ? and sentence = ? for update
            )
            insert into spoken_sentences as there (county, lesson, language, sentence, sha256, key, bytes, duration_ms,
                spoken_by, spoken_at, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (county, lesson, language, sentence) do update set
                sha256 = excluded.sha256, key = excluded.key, bytes = excluded.bytes,
                duration_ms = excluded.duration_ms, spoken_by = excluded.spoken_by,
                spoken_at = greatest(there.spoken_at, excluded.spoken_at), received_at = excluded.received_at
            where there.spoken_at <= excluded.spoken_at or there.sha256 = any(?)
            returning (select key from before) as earlier
            """;

    private static final String DELETE =
            "delete from spoken_sentences where county = ? and lesson = ? and language = ? returning key";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    SentenceTable(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** By sentence; those among them that the lesson no longer has count for nothing. */
    Map<String, SpokenSentence> of(Place place) {
        return reads.rows(OF_PLACE, SentenceTable::spoken, county.id(), place.lesson(), place.language()).stream()
                .collect(Collectors.toMap(SpokenSentence::sentence, Function.identity()));
    }

    /** Which sentences are spoken of each lesson. */
    Map<String, Set<String>> byLesson(String language) {
        Map<String, Set<String>> all = new HashMap<>();
        reads.rows(
                BY_LESSON,
                row -> all.computeIfAbsent(row.getString(1), lesson -> new HashSet<>())
                        .add(row.getString(2)),
                county.id(),
                language);
        return all;
    }

    List<String> keysOf(UUID person) {
        return reads.rows(OF_PERSON, row -> row.getString(1), county.id(), person);
    }

    /**
     * Enters a take in place of an earlier one.
     *
     * @param replaces digests of takes that are earlier, whatever their time
     * @return whether it counts, for a later one may be here already; and the file that is no longer needed
     */
    Entered put(Place place, SpokenSentence take, List<String> replaces, Instant now) {
        String own = county.id();
        List<Optional<String>> earlier = writes.returning(
                PUT,
                row -> Optional.ofNullable(row.getString("earlier")),
                own,
                place.lesson(),
                place.language(),
                take.sentence(),
                own,
                place.lesson(),
                place.language(),
                take.sentence(),
                take.sha256(),
                take.key(),
                take.bytes(),
                take.durationMs(),
                take.by(),
                take.at().atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC),
                replaces);
        return earlier.isEmpty()
                ? new Entered(false, Optional.of(take.key()))
                : new Entered(true, earlier.get(0).filter(key -> !key.equals(take.key())));
    }

    /** @return the keys of the files that are no longer needed */
    List<String> delete(Place place) {
        return writes.returning(DELETE, row -> row.getString(1), county.id(), place.lesson(), place.language());
    }

    record Entered(boolean counts, Optional<String> spare) {}

    private static SpokenSentence spoken(ResultSet row) throws SQLException {
        return new SpokenSentence(
                row.getString("sentence"),
                row.getString("sha256"),
                row.getString("key"),
                row.getLong("bytes"),
                row.getLong("duration_ms"),
                row.getObject("spoken_by", UUID.class),
                Jdbc.instant(row, "spoken_at"));
    }
}
