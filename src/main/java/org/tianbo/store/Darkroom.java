package org.tianbo.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.FfmpegFailed;

/**
 * Makes a picture anew out of what a phone sent: JPEG, upright, at most 1600 pixels a side. Only its pixels come through;
 * the place it was taken at, the phone and whatever else was written into the file do not.
 */
@ApplicationScoped
class Darkroom {

    static final long MOST_BYTES = 8L << 20;

    private static final Logger LOG = Logger.getLogger(Darkroom.class);

    /** A few bytes may unpack to gigabytes; no phone takes more than this. */
    private static final long MOST_PIXELS = 120_000_000;

    private static final int HEAD = 16;
    private static final Set<String> APPLES = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private static final String FILTER = "scale=w='min(1600,iw)':h='min(1600,ih)':force_original_aspect_ratio=decrease"
            + ":force_divisible_by=2,format=yuvj420p,metadata=mode=delete,sidedata=mode=delete";

    private final Ffmpeg ffmpeg;

    Darkroom(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** What is taken in, with ffmpeg's reader for exactly that: it must not go looking for what else a file might be. */
    private enum Format {
        JPEG("jpeg_pipe"),
        PNG("png_pipe"),
        WEBP("webp_pipe");

        private final String reader;

        Format(String reader) {
            this.reader = reader;
        }

        static Optional<Format> of(byte[] head) {
            String text = new String(head, StandardCharsets.ISO_8859_1);
            if (text.startsWith("\u00ff\u00d8\u00ff")) {
                return Optional.of(JPEG);
            }
            if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
                return Optional.of(PNG);
            }
            return text.startsWith("RIFF") && text.startsWith("WEBP", 8) ? Optional.of(WEBP) : Optional.empty();
        }

        static boolean apples(byte[] head) {
            String text = new String(head, StandardCharsets.ISO_8859_1);
            return text.startsWith("ftyp", 4) && head.length >= 12 && APPLES.contains(text.substring(8, 12));
        }
    }

    /** A picture in the folder it was made in. */
    record Print(Path file, int width, int height) {}

    /**
     * Makes the picture in the folder.
     *
     * @throws StoreRefused naming the field {@code photo} when it is none we can read
     */
    Print develop(Path raw, Path folder) {
        Format format = format(raw);
        Path in = copy(raw, folder.resolve("in"));
        int[] taken = size(in, format.reader);
        if ((long) taken[0] * taken[1] > MOST_PIXELS) {
            throw StoreRefused.wrong("photo", "store.photo-too-many-pixels");
        }
        Path out = folder.resolve("out.jpg");
        Ffmpeg.Run run = run(folder, format.reader);
        if (!run.clean() || Files.notExists(out)) {
            LOG.infof("A photo could not be read: %s", run.log());
            throw StoreRefused.wrong("photo", "store.photo-unreadable");
        }
        int[] made = size(out, Format.JPEG.reader);
        return new Print(out, made[0], made[1]);
    }

    private Ffmpeg.Run run(Path folder, String reader) {
        try {
            return ffmpeg.ffmpeg(
                    folder,
                    List.of(
                            "-f",
                            reader,
                            "-i",
                            "in",
                            "-frames:v",
                            "1",
                            "-map",
                            "0:v:0",
                            "-map_metadata",
                            "-1",
                            "-vf",
                            FILTER,
                            "-c:v",
                            "mjpeg",
                            "-q:v",
                            "4",
                            "-bitexact",
                            "-update",
                            "1",
                            "-f",
                            "image2",
                            "out.jpg"));
        } catch (FfmpegFailed fell) {
            LOG.warn("ffmpeg fell over a photo", fell);
            throw StoreRefused.wrong("photo", "store.photo-unreadable");
        }
    }

    private int[] size(Path picture, String reader) {
        Ffmpeg.Run run = ffmpeg.ffprobe(
                picture.getParent(),
                List.of(
                        "-f",
                        reader,
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "stream=width,height",
                        "-of",
                        "csv=p=0:s=x",
                        picture.getFileName().toString()));
        int[] size = Arrays.stream(run.out().strip().split("x"))
                .filter(number -> number.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .toArray();
        if (!run.clean() || size.length != 2 || size[0] == 0 || size[1] == 0) {
            throw StoreRefused.wrong("photo", "store.photo-unreadable");
        }
        return size;
    }

    private static Format format(Path raw) {
        try (InputStream in = Files.newInputStream(raw)) {
            if (Files.size(raw) > MOST_BYTES) {
                throw StoreRefused.wrong("photo", "store.photo-too-large");
            }
            byte[] head = in.readNBytes(HEAD);
            if (Format.apples(head)) {
                throw StoreRefused.wrong("photo", "store.photo-heic");
            }
            return Format.of(head).orElseThrow(() -> StoreRefused.wrong("photo", "store.photo-not-a-picture"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path copy(Path raw, Path in) {
        try {
            return Files.copy(raw, in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
