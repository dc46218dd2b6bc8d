package org.tianbo.store.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.platform.error.Fault;

/** A few bytes may unpack to more than a machine can hold. */
class PhotoNormalizerTest {

    private static final int GREY = 0;
    private static final int COLOURS_AND_ALPHA = 6;

    private final PhotoNormalizer normalizer = new PhotoNormalizer(PackedFfmpeg.withDefaults());

    @TempDir
    Path folder;

    @Test
    void fortyMegapixelsBecomeAPicture() throws IOException {
        PhotoNormalizer.NormalizedPhoto normalized = develop(png(6_300, 6_300, 8, COLOURS_AND_ALPHA));
        assertThat(normalized.width()).isEqualTo(1600);
        assertThat(normalized.height()).isEqualTo(1600);
    }

    @ParameterizedTest
    @CsvSource({"6400, 6400, 8, 0", "10900, 11000, 1, 0", "6300, 6300, 16, 6"})
    void morePixelsOrMoreOfEachColourAreTooMany(int width, int height, int depth, int colours) {
        assertThatThrownBy(() -> develop(png(width, height, depth, colours))).satisfies(PhotoNormalizerTest::tooMany);
    }

    @Test
    void aListOfFilesIsNoPicture() {
        assertThatThrownBy(() -> develop("ffconcat version 1.0\nfile in\n".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.fields().get(0).code()).isEqualTo("store.photo-not-a-picture"));
    }

    /** Its sentence says what to do: the usual quality of a phone has eight bits a colour. */
    @Test
    void sixteenBitsAColourBecomeAPictureWhereTheyFit() throws IOException {
        assertThat(develop(png(4_000, 3_000, 16, COLOURS_AND_ALPHA)).width()).isEqualTo(1600);
    }

    private static void tooMany(Throwable refused) {
        assertThat(((Fault) refused).fields().get(0).code()).isEqualTo("store.photo-too-many-pixels");
    }

    private PhotoNormalizer.NormalizedPhoto develop(byte[] bytes) throws IOException {
        return normalizer.normalize(
                Files.write(folder.resolve("raw"), bytes), Files.createDirectory(folder.resolve("work")));
    }

    /** All black, so that it is small. */
    private static byte[] png(int width, int height, int depth, int colours) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {(byte) depth, (byte) colours, 0, 0, 0});
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream rows = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            byte[] row = new byte[1 + (width * depth * (colours == GREY ? 1 : 4) + 7) / 8];
            for (int y = 0; y < height; y++) {
                rows.write(row);
            }
        }
        DataOutputStream file = new DataOutputStream(bytes);
        chunk(file, "IHDR", head.toByteArray());
        chunk(file, "IDAT", packed.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream file, String type, byte[] data) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.US_ASCII));
        sum.update(data);
        file.writeInt(data.length);
        file.writeBytes(type);
        file.write(data);
        file.writeInt((int) sum.getValue());
    }
}
