package org.tianbo.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.FfmpegFailed;
import org.tianbo.media.Media;
import org.tianbo.media.MediaInput;
import org.tianbo.media.WorkDirectory;
import org.tianbo.platform.data.Sha256;

/** A recording that plainly is none: a test picture and a tone. */
@ApplicationScoped
class DemoClip {

    static final Duration LENGTH = Duration.ofSeconds(8);

    private static final long ROOM = 8L << 20;

    private final Media media;
    private final Ffmpeg ffmpeg;

    DemoClip(Media media, Ffmpeg ffmpeg) {
        this.media = media;
        this.ffmpeg = ffmpeg;
    }

    /** @param digest SHA-256 in base64 */
    record ClipFile(byte[] bytes, String digest) {}

    ClipFile recording() {
        try (WorkDirectory workDirectory = media.workplace("demo-clip", ROOM)) {
            List<String> options =
                    List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac");
            Ffmpeg.Run run = ffmpeg.make(
                    workDirectory.folder(),
                    ffmpeg.ceilings().ofLength(LENGTH),
                    List.of(
                            MediaInput.generated("testsrc2=size=640x360:rate=15:duration=" + LENGTH.toSeconds()),
                            MediaInput.generated("sine=frequency=330:duration=" + LENGTH.toSeconds())),
                    options,
                    "demo.mp4");
            if (!run.clean()) {
                throw new FfmpegFailed(options, run);
            }
            byte[] bytes = Files.readAllBytes(workDirectory.folder().resolve("demo.mp4"));
            return new ClipFile(
                    bytes, Base64.getEncoder().encodeToString(Sha256.begin().digest(bytes)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
