package org.tianbo.store.photo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.FfmpegFailed;
import org.tianbo.media.MediaInput;
import org.tianbo.platform.error.Refused;
import org.tianbo.store.StoreRefused;

/**
 * Re-encodes the picture that a phone sent: JPEG, upright, at most 1600 pixels a side. Only its pixels come
 * through; the place it was taken at, the phone and whatever else was written into the file do not.
 */
@ApplicationScoped
class PhotoNormalizer {

    static final long MOST_BYTES = 8L << 20;

    private static final Logger LOG = Logger.getLogger(PhotoNormalizer.class);

    /** What ffmpeg says of a picture with more pixels than it may unpack. */
    private static final String TOO_MANY_PIXELS = "exceeds specified max pixel count";

    /** What it says of one that needs more memory than it may ask for: sixteen bits a colour take twice as much. */
    private static final String TOO_MUCH_MEMORY = "Cannot allocate memory";

    private static final String FILTER = "scale=w='min(1600,iw)':h='min(1600,ih)':force_original_aspect_ratio=decrease"
            + ":force_divisible_by=2,format=yuvj420p,metadata=mode=delete,sidedata=mode=delete";

    private final Ffmpeg ffmpeg;

    PhotoNormalizer(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** A picture in the folder it was made in. */
    record NormalizedPhoto(Path file, int width, int height) {}

    /**
     * Makes the picture in the folder.
     *
     * @throws Refused naming the field {@code photo} when it is none we can read, or the machine is too busy
     */
    NormalizedPhoto normalize(Path raw, Path folder) {
        Container container = container(raw);
        Path in = copy(raw, folder.resolve("in"));
        Path out = folder.resolve("out.jpg");
        Ffmpeg.Run run = run(folder, ffmpeg.ceilings().photo(in, container));
        if (run.log().contains(TOO_MANY_PIXELS) || run.log().contains(TOO_MUCH_MEMORY)) {
            throw StoreRefused.wrong("photo", "store.photo-too-many-pixels");
        }
        if (!run.clean() || Files.notExists(out)) {
            LOG.infof("A photo could not be read: %s", run.log());
            throw StoreRefused.wrong("photo", "store.photo-unreadable");
        }
        int[] made = size(out);
        return new NormalizedPhoto(out, made[0], made[1]);
    }

    private Ffmpeg.Run run(Path folder, MediaInput photo) {
        List<String> options = new ArrayList<>(List.of("-frames:v", "1", "-map", "0:v:0", "-map_metadata", "-1"));
        options.addAll(
                List.of("-vf", FILTER, "-c:v", "mjpeg", "-q:v", "4", "-bitexact", "-update", "1", "-f", "image2"));
        try {
            // Two threads would hold two pictures.
            return ffmpeg.make(
                    folder,
                    ffmpeg.ceilings().ofPhoto(),
                    List.of(photo.with("-threads", "1", "-filter_threads", "1")),
                    options,
                    "out.jpg");
        } catch (FfmpegFailed machine) {
            LOG.warn("A photo was not prepared in time", machine);
            throw StoreRefused.photosBusy();
        }
    }

    private int[] size(Path picture) {
        Ffmpeg.Run run = ffmpeg.probe(
                picture.getParent(),
                ffmpeg.ceilings().ofPhoto(),
                MediaInput.own(picture, Container.JPEG),
                List.of("-select_streams", "v:0", "-show_entries", "stream=width,height", "-of", "csv=p=0:s=x"));
        int[] size = Arrays.stream(run.out().strip().split("x"))
                .filter(number -> number.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .toArray();
        if (!run.clean() || size.length != 2 || size[0] == 0 || size[1] == 0) {
            throw StoreRefused.wrong("photo", "store.photo-unreadable");
        }
        return size;
    }

    private static Container container(Path raw) {
        try (InputStream in = Files.newInputStream(raw)) {
            if (Files.size(raw) > MOST_BYTES) {
                throw StoreRefused.wrong("photo", "store.photo-too-large");
            }
            byte[] head = in.readNBytes(Container.HEAD);
            if (Container.isHeif(head)) {
                throw StoreRefused.wrong("photo", "store.photo-heic");
            }
            return Container.of(head)
                    .filter(Container::isPhoto)
                    .orElseThrow(() -> StoreRefused.wrong("photo", "store.photo-not-a-picture"));
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
