package org.tianbo.practice.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.upload.ChunkRepository.Span;

class PlaylistTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void aPlaylistCountsOnAndSaysWhereAnotherStretchBegins() {
        assertThat(Playlist.of(List.of(segment(7, 2), segment(8, 3), segment(9, 3)), false))
                .isEqualTo(
                        """
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-TARGETDURATION:3
                        #EXT-X-MEDIA-SEQUENCE:7
                        #EXT-X-DISCONTINUITY-SEQUENCE:2
                        #EXT-X-MAP:URI="init/2.mp4"
                        #EXT-X-PROGRAM-DATE-TIME:2026-11-27T12:00:00Z
                        #EXTINF:2.000,
                        segments/7.m4s
                        #EXT-X-DISCONTINUITY
                        #EXT-X-MAP:URI="init/3.mp4"
                        #EXT-X-PROGRAM-DATE-TIME:2026-11-27T12:00:00Z
                        #EXTINF:2.000,
                        segments/8.m4s
                        #EXT-X-PROGRAM-DATE-TIME:2026-11-27T12:00:00Z
                        #EXTINF:2.000,
                        segments/9.m4s
                        """);
        assertThat(Playlist.of(List.of(), true))
                .contains("#EXT-X-MEDIA-SEQUENCE:0")
                .endsWith("#EXT-X-ENDLIST\n");
    }

    private static LiveSegment segment(long number, int run) {
        return new LiveSegment(number, run, "k", "i", 2000, 1, 0, 0, 0, NOW.minusSeconds(9), NOW);
    }

    @Test
    void aLiveBeginsAtTheNewestChunksOfATakeThatCanBeRead() {
        assertThat(ChunkPosition.newest(List.of())).isEmpty();
        assertThat(ChunkPosition.newest(List.of(new Span(1, 0, 40), new Span(2, 3, 9))))
                .contains(new ChunkPosition(1, 38, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 12, 10", // where it was
        "10, 60, 58", // too far behind
    })
    void aLiveGoesOnInItsTakeUnlessItIsTooFarBehind(int seq, int last, int next) {
        assertThat(new ChunkPosition(1, seq, 4).goOn(List.of(new Span(1, 0, last))))
                .contains(new ChunkPosition(1, next, 4));
    }

    @Test
    void aTakeWithoutMoreIsWaitedForUntilAnotherBegins() {
        ChunkPosition behind = new ChunkPosition(1, 10, 0);
        assertThat(behind.goOn(List.of(new Span(1, 0, 9)))).isEmpty();
        assertThat(behind.goOn(List.of(new Span(1, 0, 9), new Span(2, 0, 1)))).contains(new ChunkPosition(2, 0, 0));
        assertThat(behind.goOn(List.of(new Span(1, 0, 9), new Span(2, 1, 3)))).isEmpty();
    }
}
