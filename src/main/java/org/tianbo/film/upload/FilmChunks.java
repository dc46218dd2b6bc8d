package org.tianbo.film.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Which chunks of videos are stored. */
@ApplicationScoped
public class FilmChunks {

    private static final String ADD =
            """
            insert into film_chunks (county, film, seq, size, sha256, key) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing returning seq
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    FilmChunks(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** One that is stored. */
    public record Chunk(int seq, long size, String sha256, String key) {}

    /** @return false when there is one of that number already */
    boolean add(UUID film, Chunk chunk) {
        return !writes.returning(
                        ADD, row -> true, county.id(), film, chunk.seq(), chunk.size(), chunk.sha256(), chunk.key())
                .isEmpty();
    }

    Optional<String> digestAt(UUID film, int seq) {
        return reads
                .rows(
                        "select sha256 from film_chunks where county = ? and film = ? and seq = ?",
                        row -> row.getString("sha256"),
                        county.id(),
                        film,
                        seq)
                .stream()
                .findFirst();
    }

    /** In their order. */
    public List<Chunk> of(UUID film) {
        return reads.rows(
                "select seq, size, sha256, key from film_chunks where county = ? and film = ? order by seq",
                row -> new Chunk(row.getInt("seq"), row.getLong("size"), row.getString("sha256"), row.getString("key")),
                county.id(),
                film);
    }

    public void delete(UUID film) {
        writes.returning(
                "delete from film_chunks where county = ? and film = ? returning seq", row -> true, county.id(), film);
    }
}
