package org.tianbo.practice.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.Container;
import org.tianbo.media.PackedFfmpeg;

class MediaBoundaryTest {

    private static final String SIX_SECONDS = "-f lavfi -i testsrc2=size=160x120:rate=10:duration=6 ";

    @TempDir
    Path folder;

    @Test
    void webmIsBegunAtItsClustersWithTheTimeTheyTell() throws IOException {
        byte[] webm = Files.readAllBytes(PackedFfmpeg.make(
                folder,
                "a.webm",
                SIX_SECONDS + "-c:v libvpx -deadline realtime -g 20 -cluster_time_limit 2000 -f webm -live 1"));
        assertThat(starts(Container.WEBM, webm)).startsWith(0L).contains(2000L).isSorted();
    }

    @Test
    void mp4IsBegunAtItsFragmentsWithTheTimeTheyTell() throws IOException {
        byte[] mp4 = Files.readAllBytes(PackedFfmpeg.make(
                folder,
                "a.mp4",
                SIX_SECONDS
                        + "-c:v libx264 -preset ultrafast -g 20 -movflags frag_keyframe+empty_moov+default_base_moof"));
        assertThat(starts(Container.MP4, mp4)).containsExactly(0L, 2000L, 4000L);
    }

    @Test
    void aTakeBegunInItsMiddleHasItsHeaderAndNothingOfTheMiddleThatCannotBeRead() throws IOException {
        byte[] mp4 = Files.readAllBytes(PackedFfmpeg.make(
                folder,
                "b.mp4",
                SIX_SECONDS
                        + "-c:v libx264 -preset ultrafast -g 20 -movflags frag_keyframe+empty_moov+default_base_moof"));
        TakeStart whole = TakeStart.atHeader(mp4, new ChunkPosition(1, 1, 0)).orElseThrow();
        int second = MediaBoundary.find(Container.MP4, mp4, mp4, 1 + first(mp4))
                .orElseThrow()
                .at();
        byte[] tail = Arrays.copyOfRange(mp4, second - 50, mp4.length);
        TakeStart later = whole.later(tail, new ChunkPosition(1, 9, 0)).orElseThrow();
        assertThat(later.fromMs()).isEqualTo(2000);
        Files.write(folder.resolve("later.mp4"), later.bytes());
        PackedFfmpeg.make(folder, "read.mp4", "-xerror -i later.mp4 -c copy");
        assertThat(later.bytes()).hasSize(first(mp4) + mp4.length - second);
    }

    @Test
    void whatIsNoRecordingBeginsNowhere() {
        byte[] nothing = new byte[5000];
        Arrays.fill(nothing, (byte) 0x1f);
        assertThat(TakeStart.atHeader(nothing, new ChunkPosition(1, 1, 0))).isEmpty();
        assertThat(MediaBoundary.find(Container.WEBM, nothing, nothing, 0)).isEmpty();
        byte[] cut = {0x1f, 0x43, (byte) 0xb6, 0x75, 0x01};
        assertThat(MediaBoundary.find(Container.WEBM, cut, cut, 0)).isEmpty();
    }

    private static int first(byte[] mp4) {
        return MediaBoundary.find(Container.MP4, mp4, mp4, 0).orElseThrow().at();
    }

    private static List<Long> starts(Container container, byte[] bytes) {
        List<Long> starts = new ArrayList<>();
        Optional<MediaBoundary> next = MediaBoundary.find(container, bytes, bytes, 0);
        while (next.isPresent()) {
            starts.add(next.get().ms());
            next = MediaBoundary.find(container, bytes, bytes, next.get().at() + 1);
        }
        return starts;
    }
}
