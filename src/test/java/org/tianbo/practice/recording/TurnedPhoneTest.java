package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.media.PackedFfmpeg;

/**
 * A phone that is turned while it records, or whose camera gives pictures of another size: in the middle of a take they
 * have another shape. Both halves are seen, each whole and at its time.
 */
class TurnedPhoneTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final String H264 = "-c:v libx264 -preset ultrafast -tune zerolatency -pix_fmt yuv420p -g 48";
    private static final String SEEN = "-ss %s -i %s -frames:v 1 -pix_fmt gray -f rawvideo";

    /** Of 255. Bars are black, and of the test's picture no part is. */
    private static final double DARK = 8;

    @TempDir
    Path folder;

    private AssembledFilm cutting;

    @BeforeEach
    void theCuttingRoom() throws IOException {
        cutting = new AssembledFilm(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "webm, -c:v libvpx -deadline realtime -cpu-used 8 -b:v 400k, -c:a libopus -f webm -live 1",
        "mkv, " + H264 + ", -c:a libopus -f matroska -live 1",
        "mp4, " + H264 + ", -c:a aac -movflags frag_keyframe+empty_moov+default_base_moof",
    })
    void aPhoneThatIsTurnedInATakeLosesNothingOfIt(String kind, String picture, String written) throws IOException {
        AssembledVideo video = cutting.take(turned(kind, picture, written), 8).cut();

        assertThat(video.timeline().lengthMs()).isCloseTo(8_000L, within(250L));
        assertThat(video.timeline().gaps()).isEmpty();
        assertThat(video.readings().takes()).hasSize(1);
        assertThat(video.readings().width()).isEqualTo(WIDTH);
        assertThat(video.readings().height()).isEqualTo(HEIGHT);
        assertThat(cutting.seconds(video, "v")).isCloseTo(8, within(0.25));
        assertThat(cutting.seconds(video, "a")).isCloseTo(8, within(0.25));
        assertThat(cutting.loudness(video, 4.5, 7.5)).isCloseTo(-21, within(4.0));
        for (int second : new int[] {1, 3}) {
            assertThat(mean(seen(video, second), 0, 100)).as("held sideways").isGreaterThan(DARK);
        }
        for (int second : new int[] {5, 7}) {
            byte[] upright = seen(video, second);
            assertThat(mean(upright, 0, 100)).as("beside an upright picture").isLessThan(DARK);
            assertThat(mean(upright, WIDTH - 100, WIDTH)).isLessThan(DARK);
            assertThat(mean(upright, 150, WIDTH - 150))
                    .as("the upright picture")
                    .isGreaterThan(5 * DARK);
        }
        assertThat(seen(video, 5)).as("moves on").isNotEqualTo(seen(video, 7));
    }

    /** Four seconds sideways, four upright, coded as one stream that says so where it changes. */
    private byte[] turned(String kind, String picture, String written) throws IOException {
        StringBuilder list = new StringBuilder();
        for (String size : new String[] {"320x240", "240x320"}) {
            Path half = PackedFfmpeg.make(
                    folder, size + "." + kind, "-f lavfi -i testsrc2=size=" + size + ":rate=24:duration=4 " + picture);
            list.append("file '").append(half.getFileName()).append("'\n");
        }
        Files.writeString(folder.resolve("halves.txt"), list);
        return Files.readAllBytes(PackedFfmpeg.make(
                folder,
                "turned." + kind,
                "-f concat -i halves.txt -f lavfi -i sine=frequency=440:duration=8 -map 0:v -map 1:a -c:v copy "
                        + written));
    }

    /** The picture of that second, one byte of light for each of its points. */
    private byte[] seen(AssembledVideo video, int second) throws IOException {
        return Files.readAllBytes(
                PackedFfmpeg.make(folder, "seen-" + second + ".gray", SEEN.formatted(second, video.video())));
    }

    /** Light in these columns. */
    private static double mean(byte[] picture, int from, int to) {
        long sum = 0;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = from; column < to; column++) {
                sum += picture[row * WIDTH + column] & 0xff;
            }
        }
        return (double) sum / (HEIGHT * (to - from));
    }
}
