package org.tianbo.practice.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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

    /** A chunk of eight million bytes, each few of them a shape of their own: a set of all would take the heap. */
    @Test
    void ofBytesMadeToTellManyTheFirstTwoAreEnough() {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int width = 4; width <= 256; width++) {
            for (int height = 4; height <= 256; height++) {
                many.writeBytes(set(30, width, height));
            }
        }
        assertThat(PictureShapes.in(many.toByteArray())).containsExactly("4x4", "4x5");
    }

    @ParameterizedTest
    @CsvSource({"77, 20, 15", "30, 1, 1", "30, 20, 3", "30, 2500, 15"})
    void whatOnlyLooksLikeASetTellsNothing(int level, int width, int height) {
        assertThat(PictureShapes.in(set(level, width, height))).isEmpty();
    }

    @Test
    void aSetThatGoesOnBehindItsEndOrIsReadBehindItTellsNothing() {
        byte[] more = set(30, 20, 15);
        more[more.length - 1] |= 1;
        assertThat(PictureShapes.in(more)).isEmpty();
        byte[] less = set(30, 256, 256);
        less[2]--;
        assertThat(PictureShapes.in(less)).isEmpty();
    }

    /** Whole pictures that are neither cut nor described further, behind how long the set is. */
    static byte[] set(int level, int width, int height) {
        StringBuilder bits =
                new StringBuilder("11").append(number(2)).append(number(1)).append('0');
        bits.append(number(width - 1)).append(number(height - 1)).append("11001");
        bits.append("0".repeat((8 - bits.length() % 8) % 8));
        ByteArrayOutputStream set = new ByteArrayOutputStream();
        set.writeBytes(new byte[] {0, 0, (byte) (4 + bits.length() / 8), 0x67, 66, 0, (byte) level});
        for (int at = 0; at < bits.length(); at += 8) {
            set.write(Integer.parseInt(bits.substring(at, at + 8), 2));
        }
        return set.toByteArray();
    }

    private static String number(int number) {
        String bits = Integer.toBinaryString(number + 1);
        return "0".repeat(bits.length() - 1) + bits;
    }

    @Test
    void whatIsCutOffInTheMiddleTellsNothing() {
        byte[] cut = {0, 0, 0, 20, 0x67, 66, 0, 30, 1, 2, 3};
        assertThat(PictureShapes.in(cut)).isEmpty();
    }
}
