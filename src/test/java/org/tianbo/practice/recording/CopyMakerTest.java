package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.MediaInput;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.platform.data.Sha256;
import org.tianbo.practice.RecordingCopy;
import org.tianbo.practice.RecordingCopy.Strip;
import org.tianbo.practice.recording.CopyMaker.MadeCopy;

/** What is made of a recording for those who do not want all of it. */
class CopyMakerTest {

    private static final String SOURCE = "-f lavfi -i testsrc2=size=%s:rate=24:duration=5 -f lavfi -i"
            + " sine=frequency=440:duration=5 -ac 1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac";

    @TempDir
    Path folder;

    private final Ffmpeg ffmpeg = PackedFfmpeg.withDefaults();
    private final CopyMaker maker = new CopyMaker(ffmpeg);

    @ParameterizedTest
    @CsvSource({"854x480, 428x240, 160x90", "480x854, 240x428, 90x160"})
    void theSmallOneItsSoundAndAStripOfPicturesAreMade(String size, String small, String picture) throws IOException {
        Path recording = PackedFfmpeg.make(folder, "recording.mp4", SOURCE.formatted(size));
        int[] sides = sides(size);
        Map<String, MadeCopy> copies = maker.make(recording, 5_000, sides[0], sides[1]).stream()
                .collect(Collectors.toMap(MadeCopy::kind, Function.identity()));

        assertThat(copies).containsOnlyKeys(RecordingCopy.SMALL, RecordingCopy.SOUND, RecordingCopy.STRIP);
        Path made = copies.get(RecordingCopy.SMALL).file();
        assertThat(shown(made, "stream=codec_name,width,height"))
                .containsExactly("h264," + small.replace('x', ','), "aac");
        assertThat(Files.size(made)).isLessThan(Files.size(recording));
        assertThat(shown(copies.get(RecordingCopy.SOUND).file(), "stream=codec_name"))
                .containsExactly("aac");
        assertThat(Double.parseDouble(shown(copies.get(RecordingCopy.SOUND).file(), "format=duration")
                        .get(0)))
                .isCloseTo(5, within(0.15));

        Strip strip = copies.get(RecordingCopy.STRIP).strip();
        assertThat(strip.width() + "x" + strip.height()).isEqualTo(picture);
        assertThat(strip.pictures()).isEqualTo(3);
        assertThat(copies.get(RecordingCopy.STRIP).file()).isNotEmptyFile();
    }

    @Test
    void ofARecordingWithoutAPictureOnlyItsSoundIsCopied() throws IOException {
        Path recording = PackedFfmpeg.make(folder, "recording.mp4", SOURCE.formatted("320x180"));
        assertThat(maker.makeSound(recording, 5_000)).singleElement().satisfies(copy -> {
            assertThat(copy.kind()).isEqualTo(RecordingCopy.SOUND);
            assertThat(shown(copy.file(), "stream=codec_name")).containsExactly("aac");
        });
    }

    @Test
    void madeAgainTheyAreTheSameBytes() throws IOException {
        Path recording = PackedFfmpeg.make(folder, "recording.mp4", SOURCE.formatted("320x180"));
        List<String> first = digests(maker.make(recording, 5_000, 320, 180));
        assertThat(digests(maker.make(recording, 5_000, 320, 180))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2000, 1, 1, 1",
        "2000, 2000, 1, 1, 1",
        "5000, 2000, 3, 3, 1",
        "25000, 2000, 13, 10, 2",
        "10800000, 108000, 100, 10, 10",
    })
    void aLongRecordingHasNoMorePicturesThanAnybodyLooksAt(
            long lengthMs, long everyMs, int pictures, int columns, int rows) {
        Strip strip = Strip.of(lengthMs, 854, 480);
        assertThat(strip).isEqualTo(new Strip(everyMs, columns, pictures, 160, 90));
        assertThat(strip.rows()).isEqualTo(rows);
    }

    private static List<String> digests(List<MadeCopy> copies) throws IOException {
        List<String> digests = new ArrayList<>();
        for (MadeCopy copy : copies) {
            digests.add(copy.kind() + " " + Sha256.hex(copy.file()));
        }
        return digests;
    }

    private static int[] sides(String size) {
        return new int[] {Integer.parseInt(size.split("x")[0]), Integer.parseInt(size.split("x")[1])};
    }

    private List<String> shown(Path file, String entries) {
        return ffmpeg.probe(
                        folder,
                        ffmpeg.ceilings().ofLength(Duration.ZERO),
                        MediaInput.own(file, Container.MP4),
                        List.of("-of", "csv=p=0", "-show_entries", entries))
                .out()
                .lines()
                .toList();
    }
}
