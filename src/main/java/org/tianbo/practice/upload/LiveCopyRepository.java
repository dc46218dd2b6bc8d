package org.tianbo.practice.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.upload.ChunkRepository.Chunk;

/** Chunks of live copies: small recordings that phones send to viewers ahead of what they record. */
@ApplicationScoped
public class LiveCopyRepository {

    private static final String OF_A_TAKE = " where county = :county and attempt = :attempt and take = :take ";

    private final Session entities;
    private final CurrentCounty county;

    LiveCopyRepository(Session entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    /**
     * Where a chunk belongs.
     *
     * @param copy from 1: a phone may begin several within a take
     * @param seq from 0 within the copy
     */
    public record Place(UUID attempt, int take, int copy, int seq) {}

    /**
     * What of one copy is stored behind some moment.
     *
     * @param first number of the copy's first chunk behind that moment
     * @param last number of its last one
     * @param reach the take's own chunk that was recorded with the last one
     */
    public record CopySpan(int take, int copy, int first, int last, int reach) {}

    /** @return false when there is a chunk of that number already */
    boolean add(Place place, int beside, int fromMs, long size, String sha256, String key) {
        return at(
                                entities.createNativeMutationQuery(
                                        """
                                        insert into live_copy_chunks
                                            (county, attempt, take, copy, seq, beside, from_ms, size, sha256, key)
                                        values (:county, :attempt, :take, :copy, :seq, :beside, :fromMs, :size,
                                            :sha256, :key)
                                        on conflict do nothing"""),
                                place)
                        .setParameter("beside", beside)
                        .setParameter("fromMs", fromMs)
                        .setParameter("size", size)
                        .setParameter("sha256", sha256)
                        .setParameter("key", key)
                        .executeUpdate()
                == 1;
    }

    Optional<String> digestAt(Place place) {
        return at(
                        NativeQueries.<String>ofOneColumn(
                                entities,
                                "select sha256 from live_copy_chunks" + OF_A_TAKE + "and copy = :copy and seq = :seq"),
                        place)
                .uniqueResultOptional();
    }

    /** Those of a copy from that number on, in their order. */
    public List<Chunk> chunksFrom(UUID attempt, int take, int copy, int seq, int most) {
        return at(
                        NativeQueries.ofColumns(
                                entities,
                                "select take, seq, size, sha256, key from live_copy_chunks" + OF_A_TAKE
                                        + "and copy = :copy and seq >= :seq order by seq limit :most"),
                        new Place(attempt, take, copy, seq))
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(ChunkRepository::chunk)
                .toList();
    }

    /** Of each copy what was recorded behind a chunk of that take, in their order. */
    public List<CopySpan> behind(UUID attempt, int take, int beside) {
        return NativeQueries.ofColumns(
                        entities,
                        """
                        select take, copy, min(seq), max(seq), max(beside) from live_copy_chunks
                        where county = :county and attempt = :attempt and (take, beside) > (:take, :beside)
                        group by take, copy order by take, copy""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("take", take)
                .setParameter("beside", beside)
                .getResultList()
                .stream()
                .map(row ->
                        new CopySpan(number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4])))
                .toList();
    }

    /** @param fromMs where in the take's recorded time it begins */
    public record CopyChunk(int copy, int fromMs, Chunk chunk) {}

    /** All of an attempt, in the order they were recorded. */
    public List<CopyChunk> of(UUID attempt) {
        return NativeQueries.ofColumns(
                        entities,
                        """
                        select take, seq, size, sha256, key, copy, from_ms from live_copy_chunks
                        where county = :county and attempt = :attempt order by take, copy, seq""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .getResultList()
                .stream()
                .map(row -> new CopyChunk(number(row[5]), number(row[6]), ChunkRepository.chunk(row)))
                .toList();
    }

    /** The take's own chunk that was recorded at the same time. */
    public Optional<Integer> beside(UUID attempt, int take, int copy, int seq) {
        return number("beside", new Place(attempt, take, copy, seq));
    }

    /** Where in the take's recorded time the chunk begins, in milliseconds. */
    public Optional<Integer> fromMs(UUID attempt, int take, int copy, int seq) {
        return number("from_ms", new Place(attempt, take, copy, seq));
    }

    private Optional<Integer> number(String column, Place place) {
        return at(
                        NativeQueries.<Integer>ofOneColumn(
                                entities,
                                "select " + column + " from live_copy_chunks" + OF_A_TAKE
                                        + "and copy = :copy and seq = :seq"),
                        place)
                .uniqueResultOptional();
    }

    private <Q extends CommonQueryContract> Q at(Q query, Place place) {
        query.setParameter("county", county.id());
        query.setParameter("attempt", place.attempt());
        query.setParameter("take", place.take());
        query.setParameter("copy", place.copy());
        query.setParameter("seq", place.seq());
        return query;
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
