package org.tianbo.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilmTest {

    private static Film of(long bytes) {
        return new Film(
                new UUID(0, 1),
                "first",
                bytes,
                new UUID(0, 2),
                Instant.EPOCH,
                FilmState.UPLOADING,
                null,
                0,
                0,
                false,
                null,
                false,
                false,
                List.of());
    }

    @Test
    void theLastChunkHasWhatIsLeft() {
        Film film = of(2L * Film.CHUNK + 7);
        assertThat(film.chunks()).isEqualTo(3);
        assertThat(film.sizeOf(0)).isEqualTo(Film.CHUNK);
        assertThat(film.sizeOf(2)).isEqualTo(7);
        assertThat(film.has(2)).isTrue();
        assertThat(film.has(3)).isFalse();
    }

    @Test
    void aFileOfWholeChunksHasNoEmptyOneBehind() {
        Film film = of(2L * Film.CHUNK);
        assertThat(film.chunks()).isEqualTo(2);
        assertThat(film.sizeOf(1)).isEqualTo(Film.CHUNK);
        assertThat(of(1).sizeOf(0)).isEqualTo(1);
    }
}
