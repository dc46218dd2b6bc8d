package org.tianbo.practice.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.MediaInput;

/**
 * Makes the piece that a recording of differently coded pictures begins with. Nothing of it is shown: it carries the
 * parameters of all of them, for a recording says in its header how its pictures are to be read, and the joined file
 * takes that from its first piece.
 */
@ApplicationScoped
class SharedParameters {

    private static final Logger LOG = Logger.getLogger(SharedParameters.class);

    /** Sequence and picture parameters; and what else stands in front of a picture. */
    private static final String PARAMETERS = "filter_units=pass_types=7-8";

    private static final String PICTURE_ALONE = "filter_units=remove_types=6-9";

    private final Ffmpeg ffmpeg;

    SharedParameters(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Of two pieces in the common form.
     *
     * @return empty where that cannot be done
     */
    Optional<Path> of(Path copied, Path encoded, Path folder) {
        Path pictures = folder.resolve("parameters.h264");
        try (OutputStream out = Files.newOutputStream(pictures)) {
            for (Path part : List.of(
                    first(copied, PARAMETERS, folder),
                    first(encoded, PARAMETERS, folder),
                    first(copied, PICTURE_ALONE, folder))) {
                Files.copy(part, out);
                Files.delete(part);
            }
        } catch (IOException unreadable) {
            LOG.warnf(unreadable, "Parameters of pictures cannot be read");
            return Optional.empty();
        }
        return header(pictures, folder);
    }

    /** What is left of the first picture. */
    private Path first(Path piece, String filter, Path folder) throws IOException {
        Path found = Files.createTempFile(folder, "first-", ".h264");
        List<String> options = new ArrayList<>(List.of("-map", "0:v:0", "-c:v", "copy", "-frames:v", "1"));
        options.addAll(List.of("-bsf:v", "h264_mp4toannexb," + filter, "-f", "h264"));
        make(List.of(MediaInput.own(piece, Container.WEBM)), options, found);
        if (Files.size(found) == 0) {
            throw new IOException("%s has no %s".formatted(piece.getFileName(), filter));
        }
        return found;
    }

    private Optional<Path> header(Path pictures, Path folder) {
        Path header = folder.resolve("parameters.mkv");
        List<String> options = new ArrayList<>(List.of("-map", "0:v:0", "-map", "1:a:0", "-c:v", "copy"));
        options.addAll(List.of("-bsf:v", "setts=ts=0", "-frames:v", "1", "-t", "0.1"));
        options.addAll(List.of("-c:a", "flac", "-sample_fmt", "s16", "-f", "matroska"));
        try {
            make(
                    List.of(
                            MediaInput.pictures(pictures),
                            MediaInput.generated("anullsrc=r=48000:cl=mono").with("-t", "0.1")),
                    options,
                    header);
            return Optional.of(header);
        } catch (IOException failed) {
            LOG.warnf(failed, "No header can be made for pictures that are coded differently");
            return Optional.empty();
        }
    }

    private void make(List<MediaInput> inputs, List<String> options, Path file) throws IOException {
        Ffmpeg.Run run = ffmpeg.make(
                file.getParent(),
                ffmpeg.ceilings().ofLength(Duration.ofMinutes(1)),
                inputs,
                options,
                file.getFileName().toString());
        if (!run.clean()) {
            throw new IOException(run.log());
        }
    }
}
