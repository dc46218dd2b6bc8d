package org.tianbo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tianbo.testsupport.Patience;

/** No run takes more than it was given, and it is known whose fault it was that it ended. */
class FfmpegTest {

    private static final long MB = 1 << 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final MediaInput ENDLESS = MediaInput.generated("testsrc2=size=1280x720:rate=30");

    private final Ffmpeg ffmpeg = PackedFfmpeg.withDefaults();

    @TempDir
    Path folder;

    @Test
    void whatIsMadeBeforeTheProcessorTimeIsUpIsStored() throws Exception {
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

    @Test
    void noInputComesInByAnotherDoor() {
        List<String> second = List.of("-i", "take.raw", "-c:v", "mpeg4");
        Limits limits = new Limits(MINUTE, MINUTE, 1024 * MB, 512 * MB);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ffmpeg.make(folder, limits, List.of(ENDLESS), second, "out.mkv"));
        assertThatIllegalArgumentException().isThrownBy(() -> ffmpeg.probe(folder, limits, ENDLESS, second));
    }

    /** A replica that stops interrupts its jobs; what they began must not go on and hold both processors. */
    @Test
    void whoeverIsInterruptedLeavesNoProcessBehind() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread job = new Thread(
                () -> ended.complete(catchThrowable(() -> endless(new Limits(MINUTE, MINUTE, 1024 * MB, 512 * MB)))));
        job.start();
        ProcessHandle running = startedIn(folder).get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);

        job.interrupt();

        assertThat(running.onExit()
                        .get(Patience.LONG.toSeconds(), TimeUnit.SECONDS)
                        .isAlive())
                .isFalse();
        assertThat(ended.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(FfmpegFailed.class);
    }

    /** The process that works on a file of that folder, once there is one. */
    private static CompletableFuture<ProcessHandle> startedIn(Path folder) {
        Optional<ProcessHandle> found = Files.exists(folder.resolve("out.mkv"))
                ? ProcessHandle.current()
                        .descendants()
                        .filter(process -> process.info().command().orElse("").endsWith("ffmpeg"))
                        .findFirst()
                : Optional.empty();
        return found.map(CompletableFuture::completedFuture).orElseGet(() -> CompletableFuture.supplyAsync(
                        () -> startedIn(folder), CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS))
                .thenCompose(next -> next));
    }

    private Ffmpeg.Run endless(Limits limits) {
        return ffmpeg.make(folder, limits, List.of(ENDLESS), List.of("-c:v", "mpeg4", "-b:v", "4M"), "out.mkv");
    }

    private static String last(List<String> arguments, String option) {
        return arguments.get(arguments.lastIndexOf(option) + 1);
    }
}
