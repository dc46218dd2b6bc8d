package org.tianbo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No run takes more than it was given, and it is known whose fault it was that it ended. */
class FfmpegTest {

    private static final long MB = 1 << 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final MediaInput ENDLESS = MediaInput.generated("testsrc2=size=1280x720:rate=30");

    private final Ffmpeg ffmpeg = PackedFfmpeg.withDefaults();

    @TempDir
    Path folder;

    @Test
    void whatIsMadeBeforeTheProcessorTimeIsUpIsKept() throws Exception {
        Ffmpeg.Run run = endless(new Limits(Duration.ofSeconds(1), MINUTE, 1024 * MB, 512 * MB));
        assertThat(run.clean()).isFalse();
        assertThat(Files.size(folder.resolve("out.mkv"))).isGreaterThan(10_000);
    }

    @Test
    void anOutputEndsAtItsSize() throws Exception {
        Ffmpeg.Run run = endless(new Limits(MINUTE, MINUTE, 1024 * MB, MB));
        assertThat(run.clean()).isTrue();
        assertThat(Files.size(folder.resolve("out.mkv"))).isBetween(MB / 2, 2 * MB);
    }

    @Test
    void whoAsksForMoreMemoryThanThereIsFailsForGood() {
        assertThat(endless(new Limits(MINUTE, MINUTE, 150 * MB, 512 * MB)).clean())
                .isFalse();
    }

    @Test
    void aMachineThatLeavesNoTimeIsWorthAnotherTry() {
        assertThatExceptionOfType(FfmpegFailed.class)
                .isThrownBy(() -> endless(new Limits(MINUTE, Duration.ofMillis(300), 1024 * MB, 512 * MB)))
                .withMessageContaining("still running");
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void noInputMayOpenAnother(Container container) {
        List<String> arguments = MediaInput.outside(folder.resolve("take.raw"), container, 100)
                .with("-format_whitelist", "dash,hls,concat", "-protocol_whitelist", "file,http", "-enable_drefs", "1")
                .arguments();
        assertThat(last(arguments, "-format_whitelist"))
                .isEqualTo(last(arguments, "-f"))
                .doesNotContain(",");
        assertThat(last(arguments, "-protocol_whitelist")).isEqualTo("file");
        assertThat(last(arguments, "-max_pixels")).isEqualTo("100");
        if (container == Container.MP4) {
            assertThat(last(arguments, "-enable_drefs")).isEqualTo("0");
        }
    }

    private Ffmpeg.Run endless(Limits limits) {
        return ffmpeg.make(folder, limits, List.of(ENDLESS), List.of("-c:v", "mpeg4", "-b:v", "4M"), "out.mkv");
    }

    private static String last(List<String> arguments, String option) {
        return arguments.get(arguments.lastIndexOf(option) + 1);
    }
}
