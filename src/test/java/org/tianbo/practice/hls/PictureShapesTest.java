package org.tianbo.practice.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.media.PackedFfmpeg;

class PictureShapesTest {

    private static final String TWO_SECONDS = "-f lavfi -i testsrc2=size=%s:rate=12:duration=2 -f lavfi -i"
            + " sine=duration=2 -c:a aac -c:v libx264 -g 12 -pix_fmt yuv420p ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "854x480, 54x30, baseline, mp4, -movflags frag_keyframe+empty_moov+default_base_moof",
        "480x854, 30x54, high, mp4, -movflags frag_keyframe+empty_moov+default_base_moof",
        "320x240, 20x15, main, mkv, -f matroska -live 1",
        "320x240, 20x15, high, h264, -an -f h264",
    })
    void aTakeTellsItsShapeOnceHoweverOftenItSaysSo(
            String size, String shape, String profile, String kind, String written) throws IOException {
        byte[] take = Files.readAllBytes(PackedFfmpeg.make(
                folder, "a." + kind, TWO_SECONDS.formatted(size) + "-profile:v " + profile + " " + written));
        assertThat(PictureShapes.in(take)).containsExactly(shape);
    }

    @ParameterizedTest
    @CsvSource({
        "mp4, -movflags frag_keyframe+empty_moov+default_base_moof",
        "mkv, -f matroska -live 1",
    })
    void aPhoneThatIsTurnedTellsBothShapes(String kind, String written) throws IOException {
        byte[] take = Files.readAllBytes(Clips.turned(folder, "turned." + kind, written));
        assertThat(PictureShapes.in(take)).containsExactly("15x20", "20x15");
    }

    @Test
    void otherPicturesAndWhatIsNoPictureTellNone() throws IOException {
        assertThat(PictureShapes.in(Clips.webm(folder))).isEmpty();
        assertThat(PictureShapes.in(new byte[0])).isEmpty();
        byte[] noise = new byte[1 << 20];
        new Random(11).nextBytes(noise);
        assertThat(PictureShapes.in(noise)).isEmpty();
    }

    @Test
    void whatIsCutOffInTheMiddleTellsNothing() {
        byte[] cut = {0, 0, 0, 20, 0x67, 66, 0, 30, 1, 2, 3};
        assertThat(PictureShapes.in(cut)).isEmpty();
    }
}
