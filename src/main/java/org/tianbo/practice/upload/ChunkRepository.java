package org.tianbo.practice.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.lifecycle.AttemptChunks;

/**
 * Takes and chunks; plain SQL, because two replicas may be handed the same chunk and one of them must quietly come
 * second.
 */
@ApplicationScoped
public class ChunkRepository implements AttemptChunks {

    private final Session entities;
    private final CurrentCounty county;

    ChunkRepository(Session entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    /** Where a chunk belongs. */
    public record Place(UUID attempt, int take, int seq) {}

    public record Chunk(int take, int seq, long size, String sha256, String key) {}

    /** @param end what the phone said of it at the finish; empty before */
    public record Take(int take, String type, Optional<Finish.TakeEnd> end) {}

    /** Numbers of the first and the last chunk of a take that are stored; some between them may be missing. */
    public record Span(int take, int first, int last) {}

    /** Keeps the type of a take's first chunk. */
    void begin(UUID attempt, int take, String type) {
        entities.createNativeMutationQuery(
                        """
                        insert into takes (county, attempt, take, type) values (:county, :attempt, :take, :type)
                        on conflict do nothing""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("take", take)
                .setParameter("type", type)
                .executeUpdate();
    }

    /** @return false when there is a chunk of that number already */
    boolean add(Place place, long size, String sha256, String key) {
        return entities.createNativeMutationQuery(
                                """
                                insert into chunks (county, attempt, take, seq, size, sha256, key)
                                values (:county, :attempt, :take, :seq, :size, :sha256, :key)
                                on conflict do nothing""")
                        .setParameter("county", county.id())
                        .setParameter("attempt", place.attempt())
                        .setParameter("take", place.take())
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

    private static Chunk chunk(Object[] row) {
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
        for (String table : List.of("chunks", "takes")) {
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
