package org.tianbo.practice.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.MediaInput;
import org.tianbo.media.PackedFfmpeg;

/** What viewers get where there is no picture, made by the real ffmpeg. */
class SoundAloneTest {

    private static final String SPOKEN = "-f lavfi -i sine=duration=6 -c:a libopus -b:a 16k -f webm -live 1";

    @TempDir
    Path folder;

    /** A player that was shown a picture stops when only sound follows; and its page tells by the size what to say. */
    @ParameterizedTest
    @CsvSource({"0, 336x190", "1, 344x194"})
    void itsWaveIsShownInSegmentsAsLongAsOthers(int copy, String size) throws Exception {
        byte[] sound = Files.readAllBytes(PackedFfmpeg.make(folder, "sound.webm", SPOKEN));
        TakeStart start =
                TakeStart.atHeader(sound, new ChunkPosition(1, copy, 1, 0)).orElseThrow();
        Path own = Files.createDirectory(folder.resolve("own"));
        Ffmpeg ffmpeg = PackedFfmpeg.withDefaults();
        try (LiveEncoding encoding = new LiveEncoder(ffmpeg, new ObjectMapper())
                .begin(start, false, own)
                .orElseThrow()) {
            encoding.write(start.bytes());
            encoding.finish();
            List<LiveEncoding.Finished> finished = encoding.finished();
            assertThat(finished.stream()
                            .mapToInt(LiveEncoding.Finished::durationMs)
                            .sum())
                    .isCloseTo(6_000, within(400));
            assertThat(finished).hasSizeBetween(3, 4);

            Path film = Files.copy(encoding.init(), own.resolve("film.mp4"));
            Files.write(film, Files.readAllBytes(finished.get(0).file()), StandardOpenOption.APPEND);
            Ffmpeg.Run run = ffmpeg.probe(
                    own,
                    ffmpeg.ceilings().ofLength(Duration.ofMinutes(1)),
                    MediaInput.own(film, Container.MP4),
                    List.of("-of", "csv=p=0:s=x", "-show_entries", "stream=codec_name,width,height"));
            assertThat(run.out().lines()).containsExactly("h264x" + size, "aac");
        }
    }
}
