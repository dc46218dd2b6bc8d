package org.tianbo.practice.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.lifecycle.AttemptChunks;

/**
 * Takes and chunks; plain SQL, because two replicas may be handed the same chunk and one of them must quietly come
 * second.
 */
@ApplicationScoped
public class ChunkRepository implements AttemptChunks {

    private final Session entities;
    private final CountyReads reads;
    private final CurrentCounty county;

    ChunkRepository(Session entities, CountyReads reads, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
        this.county = county;
    }

    /** Where a chunk belongs. */
    public record Place(UUID attempt, int take, int seq) {}

    public record Chunk(int take, int seq, long size, String sha256, String key) {}

    /** @param end what the phone said of it at the finish; empty before */
    public record Take(int take, String type, Optional<Finish.TakeEnd> end) {}

    /** Numbers of the first and the last chunk of a take that are stored; some between them may be missing. */
    public record Span(int take, int first, int last) {}

    /** A place of any county from which on somebody wants chunks. County ids hold no blanks. */
    public record Wanted(String county, UUID attempt, int take, int seq) {}

    /**
     * Adds a chunk, and its take with the first of it.
     *
     * @param type of the take
     * @return false when there is a chunk of that number already
     */
    boolean add(Place place, String type, long size, String sha256, String key) {
        return entities.createNativeMutationQuery(
                                """
                                with its as (
                                    insert into takes (county, attempt, take, type)
                                    values (:county, :attempt, :take, :type) on conflict do nothing)
                                insert into chunks (county, attempt, take, seq, size, sha256, key)
                                values (:county, :attempt, :take, :seq, :size, :sha256, :key)
                                on conflict do nothing""")
                        .setParameter("county", county.id())
                        .setParameter("attempt", place.attempt())
                        .setParameter("take", place.take())
                        .setParameter("type", type)
                        .setParameter("seq", place.seq())
                        .setParameter("size", size)
                        .setParameter("sha256", sha256)
                        .setParameter("key", key)
                        .executeUpdate()
                == 1;
    }

    Optional<String> digestAt(Place place) {
        return NativeQueries.<String>ofOneColumn(
                        entities,
                        """
                        select sha256 from chunks
                        where county = :county and attempt = :attempt and take = :take and seq = :seq""")
                .setParameter("county", county.id())
                .setParameter("attempt", place.attempt())
                .setParameter("take", place.take())
                .setParameter("seq", place.seq())
                .uniqueResultOptional();
    }

    /** In the order they were recorded. */
    public List<Chunk> chunksOf(UUID attempt) {
        return rows("select take, seq, size, sha256, key from chunks", "order by take, seq", attempt)
                .map(ChunkRepository::chunk)
                .toList();
    }

    static Chunk chunk(Object[] row) {
        return new Chunk(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).intValue(),
                ((Number) row[2]).longValue(),
                (String) row[3],
                (String) row[4]);
    }

    /** Those of a take from that number on and those of later takes, in the order they were recorded. */
    public List<Chunk> chunksFrom(UUID attempt, int take, int seq, int most) {
        return NativeQueries.ofColumns(
                        entities,
                        """
                        select take, seq, size, sha256, key from chunks
                        where county = :county and attempt = :attempt and (take, seq) >= (:take, :seq)
                        order by take, seq limit :most""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("take", take)
                .setParameter("seq", seq)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(ChunkRepository::chunk)
                .toList();
    }

    /**
     * Of each of the places the chunks from there on and of later takes, in the order they were recorded.
     *
     * @param most of each
     * @return by the place's index; nothing for those where none is stored
     */
    public Map<Integer, List<Chunk>> storedFrom(List<Wanted> places, int most) {
        return reads
                .rows(
                        """
                        select w.place, c.take, c.seq, c.size, c.sha256, c.key
                        from unnest(string_to_array(?, ' '), cast(string_to_array(?, ' ') as uuid[]),
                            cast(string_to_array(?, ' ') as integer[]), cast(string_to_array(?, ' ') as integer[]))
                            with ordinality as w (county, attempt, take, seq, place)
                        cross join lateral (select * from chunks c
                            where c.county = w.county and c.attempt = w.attempt and (c.take, c.seq) >= (w.take, w.seq)
                            order by c.take, c.seq limit ?) c
                        order by w.place, c.take, c.seq""",
                        row -> Map.entry(
                                row.getInt("place") - 1,
                                new Chunk(
                                        row.getInt("take"),
                                        row.getInt("seq"),
                                        row.getLong("size"),
                                        row.getString("sha256"),
                                        row.getString("key"))),
                        joined(places, Wanted::county),
                        joined(places, Wanted::attempt),
                        joined(places, Wanted::take),
                        joined(places, Wanted::seq),
                        most)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String joined(List<Wanted> places, Function<Wanted, Object> column) {
        return places.stream().map(column).map(Object::toString).collect(Collectors.joining(" "));
    }

    /** Of each take, in their order. */
    public List<Span> spansOf(UUID attempt) {
        return rows("select take, min(seq), max(seq) from chunks", "group by take order by take", attempt)
                .map(row -> new Span(
                        ((Number) row[0]).intValue(), ((Number) row[1]).intValue(), ((Number) row[2]).intValue()))
                .toList();
    }

    public List<Take> takesOf(UUID attempt) {
        return rows("select take, type, chunks, started_at, ended_at from takes", "order by take", attempt)
                .map(row -> new Take(((Number) row[0]).intValue(), (String) row[1], end(row)))
                .toList();
    }

    void end(UUID attempt, Finish.TakeEnd end) {
        entities.createNativeMutationQuery(
                        """
                        update takes set chunks = :chunks, started_at = :startedAt, ended_at = :endedAt
                        where county = :county and attempt = :attempt and take = :take""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("take", end.take())
                .setParameter("chunks", end.chunks())
                .setParameter("startedAt", end.startedAt())
                .setParameter("endedAt", end.endedAt())
                .executeUpdate();
    }

    /** How many there are of all takes, as the database counts them along. */
    int countOf(UUID attempt) {
        return NativeQueries.<Integer>ofOneColumn(
                        entities, "select chunk_count from attempts where county = :county and id = :attempt")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .getSingleResult();
    }

    @Override
    public void addRecording(UUID attempt, long bytes) {
        entities.createNativeMutationQuery(
                        "update attempts set stored_bytes = stored_bytes + :bytes where county = :county and id = "
                                + ":attempt")
                .setParameter("bytes", bytes)
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .executeUpdate();
    }

    @Override
    public void leaveOnly(UUID attempt, long bytes) {
        entities.createNativeMutationQuery(
                        """
                        update attempts set chunk_count = 0, stored_bytes = :bytes + (
                            select coalesce(sum(v.bytes), 0) from self_review_voices v
                            where v.county = attempts.county and v.attempt = attempts.id)
                        where county = :county and id = :attempt""")
                .setParameter("bytes", bytes)
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .executeUpdate();
    }

    @Override
    public void delete(UUID attempt) {
        for (String table : List.of("live_copy_chunks", "chunks", "takes")) {
            entities.createNativeMutationQuery(
                            "delete from " + table + " where county = :county and attempt = :attempt")
                    .setParameter("county", county.id())
                    .setParameter("attempt", attempt)
                    .executeUpdate();
        }
    }

    private Stream<Object[]> rows(String select, String order, UUID attempt) {
        return NativeQueries.ofColumns(entities, select + " where county = :county and attempt = :attempt " + order)
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .getResultList()
                .stream();
    }

    private static Optional<Finish.TakeEnd> end(Object[] row) {
        return row[2] == null
                ? Optional.empty()
                : Optional.of(new Finish.TakeEnd(
                        ((Number) row[0]).intValue(), ((Number) row[2]).intValue(), instant(row[3]), instant(row[4])));
    }

    private static Instant instant(Object column) {
        return column instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) column;
    }
}
