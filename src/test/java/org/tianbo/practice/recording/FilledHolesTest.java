package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.practice.Gap;
import org.tianbo.practice.MeasuredSpan;

/** Where a take has not arrived, what viewers were sent of it stands in, where it was recorded. */
class FilledHolesTest {

    private static final String TAKE = "-f lavfi -i testsrc2=size=320x240:rate=12:duration=%1$d -f lavfi -i"
            + " sine=frequency=440:duration=%1$d -c:v libvpx -deadline realtime -cpu-used 8 -g 12 -b:v 200k"
            + " -c:a libopus -cluster_time_limit 1000 -f webm -live 1";

    @TempDir
    Path folder;

    private AssembledFilm cutting;

    @BeforeEach
    void theCuttingRoom() throws IOException {
        cutting = new AssembledFilm(folder);
    }

    @Test
    void aTakeThatNeverCameIsWhatViewersWereSent() throws IOException {
        AssembledVideo video = cutting.take(new byte[0], 8).copy(webm(8), 0).cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(8_000L, within(200L));
        assertThat(video.timeline().gaps()).isEmpty();
        assertThat(video.timeline().copies()).singleElement().satisfies(span -> {
            assertThat(span.kind()).isEqualTo(MeasuredSpan.Kind.LIVE_COPY);
            assertThat(span.fromMs()).isZero();
            assertThat(span.toMs()).isEqualTo(video.timeline().lengthMs());
        });
        assertThat(cutting.loudness(video, 0.5, 7.5)).isGreaterThan(-30);
    }

    @Test
    void theEndThatDidNotComeIsTakenFromTheCopyOfItsTime() throws IOException {
        AssembledVideo video = cutting.take(webm(4), 13).copy(webm(8), 2_000).cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(10_000L, within(300L));
        assertThat(video.timeline().copies()).singleElement().satisfies(span -> {
            assertThat(span.fromMs()).isCloseTo(4_000L, within(200L));
            assertThat(span.lengthMs()).isCloseTo(6_000L, within(200L));
        });
        assertThat(video.timeline().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(Gap.UNREADABLE);
            assertThat(gap.lengthMs()).isCloseTo(3_000L, within(300L));
        });
        assertThat(cutting.seconds(video, "v")).isCloseTo(10, within(0.3));
        assertThat(cutting.seconds(video, "a")).isCloseTo(10, within(0.3));
        assertThat(cutting.loudness(video, 4.5, 9.5)).isGreaterThan(-30);
    }

    @Test
    void aHoleInTheMiddleIsFilled() throws IOException {
        byte[] whole = webm(12);
        Arrays.fill(whole, whole.length / 3, whole.length * 2 / 3, (byte) 0x5a);
        AssembledVideo video = cutting.take(whole, 12).copy(webm(12), 0).cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(12_000L, within(700L));
        assertThat(video.timeline().copies()).singleElement().satisfies(span -> assertThat(span.fromMs())
                .isBetween(2_500L, 5_500L));
    }

    @Test
    void aTakeThatIsAllHereNeedsNoCopy() throws IOException {
        AssembledVideo video = cutting.take(webm(4), 4.5).copy(webm(8), 0).cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(4_000L, within(150L));
        assertThat(video.timeline().copies()).isEmpty();
    }

    private byte[] webm(int seconds) throws IOException {
        return Files.readAllBytes(PackedFfmpeg.make(folder, seconds + ".webm", TAKE.formatted(seconds)));
    }
}
