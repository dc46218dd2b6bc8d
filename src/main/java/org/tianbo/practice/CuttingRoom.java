package org.tianbo.practice;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.FfmpegFailed;
import org.tianbo.media.Media;
import org.tianbo.practice.ChunkRepository.Chunk;
import org.tianbo.practice.Footage.TakeFootage;
import org.tianbo.practice.Readings.TakeReading;
import org.tianbo.practice.Timeline.Shot;
import org.tianbo.practice.Timeline.Stretch;

/**
 * Makes one film of all takes: H.264 and AAC, short side 480, its index in front so that it plays while it loads.
 *
 * <p>Each take is first brought into one common form by itself, so that a broken one spoils no other: takes may differ in codec,
 * size and rotation, may lack sound, and may end in the middle of a frame. The joined film is then only copied together.
 */
@ApplicationScoped
class CuttingRoom {

    private static final Logger LOG = Logger.getLogger(CuttingRoom.class);

    private static final int FRAMES_PER_SECOND = 30;

    private final Ffmpeg ffmpeg;
    private final Inspection inspection;
    private final Media media;

    CuttingRoom(Ffmpeg ffmpeg, Inspection inspection, Media media) {
        this.ffmpeg = ffmpeg;
        this.inspection = inspection;
        this.media = media;
    }

    /** A take in the common form; without a file when it could not be read. */
    private record Piece(TakeFootage take, Path file, long lengthMs) {

        boolean readable() {
            return lengthMs > 0;
        }
    }

    /**
     * Makes the film in the folder.
     *
     * @throws NothingToSee when no take can be read
     */
    Film cut(Footage footage, Path folder) {
        List<Piece> pieces = new ArrayList<>();
        Frame frame = null;
        for (TakeFootage take : footage.takes()) {
            Path raw = assemble(take, folder.resolve("take-" + take.take() + ".raw"));
            Found found = inspection.inspect(raw);
            frame = frame == null && found.picture() ? Frame.of(found.width(), found.height()) : frame;
            pieces.add(found.picture() ? normalise(take, raw, found, frame) : unreadable(take));
            delete(raw);
        }
        List<Piece> readable = pieces.stream().filter(Piece::readable).toList();
        if (readable.isEmpty()) {
            throw new NothingToSee();
        }
        Path video = join(readable, folder);
        Timeline timeline = new Timeline(pieces.stream()
                .map(piece -> new Shot(
                        piece.take().take(),
                        piece.take().startedAt(),
                        piece.take().endedAt(),
                        piece.readable() ? List.of(new Stretch(0, piece.lengthMs())) : List.of()))
                .toList());
        return new Film(video, poster(video, timeline.lengthMs(), folder), timeline, readings(video, pieces));
    }

    /** Puts the chunks one behind the other, and sees on the way that the disk gave back what it was given. */
    private Path assemble(TakeFootage take, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Chunk chunk : take.chunks()) {
                try (InputStream in = media.open(chunk.key())) {
                    if (!Digests.copy(in, out).equals(chunk.sha256())) {
                        throw new IOException("The bytes of " + chunk.key() + " are not those that were stored");
                    }
                }
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Piece normalise(TakeFootage take, Path raw, Found found, Frame frame) {
        Path piece = raw.resolveSibling("take-" + take.take() + ".mkv");
        Found made = normalise(raw, piece, frame, found.sound());
        if (!made.picture() && found.sound()) {
            // Sound that cannot be decoded must not take the picture with it.
            made = normalise(raw, piece, frame, false);
        }
        return made.picture() ? new Piece(take, piece, made.lengthMs()) : unreadable(take);
    }

    private Found normalise(Path raw, Path piece, Frame frame, boolean sound) {
        List<String> arguments = new ArrayList<>(List.of(
                "-fflags",
                "+genpts+discardcorrupt",
                "-err_detect",
                "ignore_err",
                "-i",
                raw.getFileName().toString()));
        if (sound) {
            arguments.addAll(List.of("-map", "0:v:0", "-map", "0:a:0", "-af", "aresample=48000:async=1:first_pts=0"));
        } else {
            arguments.addAll(List.of(
                    "-f", "lavfi", "-i", "anullsrc=r=48000:cl=mono", "-map", "0:v:0", "-map", "1:a:0", "-shortest"));
        }
        arguments.addAll(List.of(
                "-vf",
                frame.filter(),
                "-r",
                Integer.toString(FRAMES_PER_SECOND),
                "-fps_mode",
                "cfr",
                "-max_error_rate",
                "1"));
        // Without B-frames the pieces join without a seam, and the cheapest phones play them.
        arguments.addAll(List.of(
                "-c:v", "libx264", "-preset", "veryfast", "-profile:v", "main", "-crf", "26", "-bf", "0", "-g", "60"));
        arguments.addAll(List.of(
                "-c:a", "flac", "-ac", "1", "-ar", "48000", piece.getFileName().toString()));
        Ffmpeg.Run run = ffmpeg.ffmpeg(raw.getParent(), arguments);
        Found made = inspection.inspect(piece);
        if (!run.clean()) {
            LOG.infof("%s ends early, %d ms of it are readable: %s", raw.getFileName(), made.lengthMs(), run.log());
        }
        return made;
    }

    private static Piece unreadable(TakeFootage take) {
        LOG.warnf("Take %d cannot be read; its bytes are kept", take.take());
        return new Piece(take, null, 0);
    }

    private Path join(List<Piece> pieces, Path folder) {
        Path list = folder.resolve("pieces.txt");
        try {
            Files.writeString(
                    list,
                    pieces.stream()
                            .map(piece -> "file '" + piece.file().getFileName() + "'\n")
                            .collect(Collectors.joining()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // bitexact: the same takes give the same bytes, whenever and wherever the work is done again.
        return made(
                folder,
                "film.mp4",
                List.of(
                        "-f",
                        "concat",
                        "-i",
                        list.getFileName().toString(),
                        "-map",
                        "0:v",
                        "-map",
                        "0:a",
                        "-c:v",
                        "copy",
                        "-c:a",
                        "aac",
                        "-b:a",
                        "64k",
                        "-map_metadata",
                        "-1",
                        "-fflags",
                        "+bitexact",
                        "-flags:a",
                        "+bitexact",
                        "-movflags",
                        "+faststart"));
    }

    private Path poster(Path video, long lengthMs, Path folder) {
        String at = String.format(Locale.ROOT, "%.3f", Math.min(1000, lengthMs / 2) / 1000.0);
        return made(
                folder,
                "poster.jpg",
                List.of(
                        "-ss",
                        at,
                        "-i",
                        video.getFileName().toString(),
                        "-frames:v",
                        "1",
                        "-q:v",
                        "5",
                        "-flags:v",
                        "+bitexact"));
    }

    private Path made(Path folder, String name, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.add(name);
        Ffmpeg.Run run = ffmpeg.ffmpeg(folder, all);
        if (!run.clean()) {
            throw new FfmpegFailed(all, run);
        }
        return folder.resolve(name);
    }

    private Readings readings(Path video, List<Piece> pieces) {
        List<TakeReading> takes = pieces.stream()
                .map(piece -> new TakeReading(piece.take().take(), piece.lengthMs(), piece.readable()))
                .toList();
        return inspection.measure(video, takes);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
