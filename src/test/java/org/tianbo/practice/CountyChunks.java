package org.tianbo.practice;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tianbo.media.Media;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.upload.ChunkRepository;
import org.tianbo.practice.upload.ChunkRepository.Chunk;
import org.tianbo.practice.upload.ChunkRepository.Place;
import org.tianbo.practice.upload.SendingRight;
import org.tianbo.practice.upload.Uploads;

/** What is stored of an attempt, for tests. */
@ApplicationScoped
public class CountyChunks {

    private final ChunkRepository chunks;
    private final CurrentCounty currentCounty;
    private final Media media;

    private final AttemptRepository attempts;
    private final Uploads uploads;

    CountyChunks(
            ChunkRepository chunks,
            CurrentCounty currentCounty,
            Media media,
            AttemptRepository attempts,
            Uploads uploads) {
        this.attempts = attempts;
        this.uploads = uploads;
        this.chunks = chunks;
        this.currentCounty = currentCounty;
        this.media = media;
    }

    @ActivateRequestContext
    public List<String> keys(String county, UUID attempt) {
        return currentCounty.as(county, () -> QuarkusTransaction.requiringNew()
                .call(() -> chunks.chunksOf(attempt).stream().map(Chunk::key).toList()));
    }

    public int count(String county, UUID attempt) {
        return keys(county, attempt).size();
    }

    public List<String> contents(String county, UUID attempt) {
        return keys(county, attempt).stream().map(this::text).toList();
    }

    /** {@code take/seq-sha256} of each chunk, counted from the bytes that lie on the disk. */
    public List<String> pieces(String county, UUID attempt) {
        return keys(county, attempt).stream()
                .map(key -> key.replaceFirst(".*/takes/(\\d+/\\d+)-.*", "$1") + "-" + Chunks.sha256(bytes(key)))
                .toList();
    }

    /** How many of the chunks have their bytes on the disk. */
    @ActivateRequestContext
    public long onDisk(String county, UUID attempt) {
        return currentCounty.as(
                county, () -> QuarkusTransaction.requiringNew().call(() -> chunks.chunksOf(attempt).stream()
                        .filter(chunk -> Objects.equals(
                                media.sizes(county + "/attempts/" + attempt).get(chunk.key()), chunk.size()))
                        .count()));
    }

    /** A chunk of that phone whose row the database does not take. */
    @ActivateRequestContext
    public void lose(String county, UUID attempt, UUID phone) {
        byte[] bytes = Chunks.bytes("lost");
        currentCounty.run(county, () -> {
            UUID trainee = QuarkusTransaction.requiringNew()
                    .call(() -> attempts.byId(attempt).orElseThrow().trainee);
            SendingRight right = new SendingRight(
                    trainee, phone.toString(), id -> attempts.byId(id).orElseThrow(), id -> attempts.toChange(id)
                            .orElseThrow());
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> uploads.receive(
                            right,
                            new Place(attempt, 1, 0),
                            "\0",
                            Chunks.sha256(bytes),
                            new ByteArrayInputStream(bytes)));
        });
    }

    private String text(String key) {
        return new String(bytes(key), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String key) {
        try (InputStream in = media.open(key)) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
