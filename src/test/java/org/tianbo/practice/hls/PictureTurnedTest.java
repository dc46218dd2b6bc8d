package org.tianbo.practice.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.practice.Chunks;

/** What viewers get of a phone that is turned, made by the real ffmpeg. */
class PictureTurnedTest {

    @TempDir
    Path folder;

    /** Chunks end anywhere in a fragment; the one with the turn holds the end of what was before it, too. */
    @Test
    void upToTheTurnNothingIsLost() throws Exception {
        byte[] take = Files.readAllBytes(
                Clips.turned(folder, "turned.mp4", "-movflags frag_keyframe+empty_moov+default_base_moof"));
        List<byte[]> chunks = Chunks.cut(take, 30_000);
        TakeStart start =
                TakeStart.atHeader(chunks.get(0), new ChunkPosition(1, 1, 0)).orElseThrow();
        Path own = Files.createDirectory(folder.resolve("own"));
        try (LiveEncoding encoding = new LiveEncoder(PackedFfmpeg.withDefaults(), new ObjectMapper())
                .begin(start, false, own)
                .orElseThrow()) {
            encoding.write(start.bytes());
            int next = 1;
            while (encoding.write(chunks.get(next), start)) {
                next++;
            }
            encoding.finish();
            assertThat(start.before(chunks.get(next))).isNotEmpty();
            assertThat(encoding.finished().stream()
                            .mapToInt(LiveEncoding.Finished::durationMs)
                            .sum())
                    .isCloseTo(4_000, within(100));
        }
    }
}
