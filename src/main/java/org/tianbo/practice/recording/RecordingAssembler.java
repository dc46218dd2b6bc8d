package org.tianbo.practice.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.FfmpegFailed;
import org.tianbo.media.Limits;
import org.tianbo.media.MediaInput;
import org.tianbo.practice.Readings;
import org.tianbo.practice.Readings.TakeReading;
import org.tianbo.practice.take.HoleFiller;
import org.tianbo.practice.take.HoleFiller.Filling;
import org.tianbo.practice.take.MediaProbe;
import org.tianbo.practice.take.OutputSize;
import org.tianbo.practice.take.PictureCopies;
import org.tianbo.practice.take.PictureCopies.Choice;
import org.tianbo.practice.take.PictureForm;
import org.tianbo.practice.take.ProbeResult;
import org.tianbo.practice.take.RecordingInput;
import org.tianbo.practice.take.TakeNormalizer;
import org.tianbo.practice.take.TakeNormalizer.Piece;
import org.tianbo.practice.take.TakeReader;
import org.tianbo.practice.take.TakeSource;
import org.tianbo.practice.take.Timeline;
import org.tianbo.practice.take.Timeline.Shot;

/**
 * Makes one film of all takes: H.264 and AAC, short side 480 at most, its index in front so that it plays while it
 * loads. Where no take has a picture the film is dark and its sound is what counts. Its pictures are copied where
 * {@link PictureCopies} says so, and only the other takes are coded anew; it is measured later, for nobody waits for
 * that.
 *
 * <p>Each take is first brought into one common form by itself, so that a broken one spoils no other: takes may differ
 * in codec, size and rotation, may lack sound, and may end in the middle of a frame. The joined film is then only
 * copied together.
 */
@ApplicationScoped
class RecordingAssembler {

    private static final Logger LOG = Logger.getLogger(RecordingAssembler.class);

    private static final String GREY = "color=c=0x202020:s=480x270";

    private static final String WAVEFORM = "[0:a:0]showwavespic=s=480x270:colors=0xd9a441:scale=sqrt,format=yuvj420p";

    private final Ffmpeg ffmpeg;
    private final MediaProbe probe;
    private final TakeReader reader;
    private final PictureCopies copies;
    private final TakeNormalizer normalizer;
    private final HoleFiller filler;
    private final SharedParameters parameters;

    RecordingAssembler(
            Ffmpeg ffmpeg,
            MediaProbe probe,
            TakeReader reader,
            PictureCopies copies,
            TakeNormalizer normalizer,
            HoleFiller filler,
            SharedParameters parameters) {
        this.ffmpeg = ffmpeg;
        this.probe = probe;
        this.reader = reader;
        this.copies = copies;
        this.normalizer = normalizer;
        this.filler = filler;
        this.parameters = parameters;
    }

    /**
     * Makes the film in the folder.
     *
     * @throws NoDecodableVideo when no take can be read
     */
    AssembledVideo assemble(RecordingInput input, Path folder) {
        List<TakeSource> sources =
                input.takes().stream().map(take -> reader.read(take, folder)).toList();
        List<List<Filling>> fillings =
                sources.stream().map(source -> filler.fillings(source, folder)).toList();
        List<TakeSource> all = Stream.concat(
                        sources.stream(),
                        fillings.stream().flatMap(List::stream).map(Filling::source))
                .toList();
        Optional<OutputSize> frame =
                all.stream().flatMap(source -> source.frame().stream()).findFirst();
        boolean soundOnly = frame.isEmpty();
        if (soundOnly && all.stream().noneMatch(TakeSource::hasSound)) {
            throw new NoDecodableVideo();
        }
        Pieces made = pieces(sources, fillings, frame.orElse(OutputSize.OF_SOUND), folder);
        List<List<Piece>> pieces = made.ofTakes();
        List<Shot> shots = new ArrayList<>();
        for (TakeSource source : sources) {
            List<Piece> ofTake = pieces.get(shots.size());
            if (ofTake.isEmpty()) {
                LOG.warnf(
                        "Take %d cannot be read; its bytes are kept",
                        source.take().take());
            }
            shots.add(new Shot(
                    source.take().take(),
                    source.take().startedAt(),
                    source.take().endedAt(),
                    ofTake.stream().map(Piece::stretch).toList()));
        }
        if (pieces.stream().allMatch(List::isEmpty)) {
            throw new NoDecodableVideo();
        }
        Timeline timeline = new Timeline(List.copyOf(shots));
        Path video = join(made, timeline, folder);
        return new AssembledVideo(
                video,
                soundOnly ? waveform(video, timeline, folder) : poster(video, timeline, folder),
                timeline,
                readings(video, timeline, soundOnly));
    }

    /** @param ofTakes of each take, in their order @param header to be joined first, where their coding differs */
    private record Pieces(List<List<Piece>> ofTakes, Optional<Path> header) {}

    private Pieces pieces(List<TakeSource> sources, List<List<Filling>> fillings, OutputSize outputSize, Path folder) {
        Optional<Choice> choice = copies.choose(
                sources, source -> fillings.get(sources.indexOf(source)).isEmpty());
        Optional<Pieces> copied = choice.flatMap(one -> partlyCopied(sources, fillings, one, folder));
        if (copied.isEmpty()) {
            return encoded(sources, fillings, PictureForm.of(outputSize), folder);
        }
        sources.forEach(RecordingAssembler::deleteFiles);
        fillings.stream().flatMap(List::stream).map(Filling::source).forEach(RecordingAssembler::deleteFiles);
        return copied.get();
    }

    /** Empty where the pictures cannot be copied after all. */
    private Optional<Pieces> partlyCopied(
            List<TakeSource> sources, List<List<Filling>> fillings, Choice choice, Path folder) {
        List<List<Piece>> pieces = new ArrayList<>();
        List<Path> copied = new ArrayList<>();
        List<Path> encoded = new ArrayList<>();
        for (TakeSource source : sources) {
            boolean copy = choice.takes().contains(source.take().take());
            List<Piece> own = normalizer.normalize(source, choice.others(), copy);
            if (copy && own.size() < source.stretchCount()) {
                LOG.warn("Pictures could not be copied; they are coded anew");
                return Optional.empty();
            }
            List<Filling> ofTake = fillings.get(pieces.size());
            List<Piece> whole = copy ? own : filler.fill(source, own, ofTake, choice.others(), folder);
            whole.forEach(piece -> (copy ? copied : encoded).add(piece.file()));
            pieces.add(whole);
        }
        if (encoded.isEmpty()) {
            return Optional.of(new Pieces(pieces, Optional.empty()));
        }
        return parameters
                .of(copied.get(0), encoded.get(0), folder)
                .map(header -> new Pieces(pieces, Optional.of(header)));
    }

    private Pieces encoded(List<TakeSource> sources, List<List<Filling>> fillings, PictureForm form, Path folder) {
        List<List<Piece>> encoded = new ArrayList<>();
        for (TakeSource source : sources) {
            List<Filling> ofTake = fillings.get(encoded.size());
            encoded.add(filler.fill(source, normalizer.normalize(source, form, false), ofTake, form, folder));
            ofTake.forEach(filling -> deleteFiles(filling.source()));
            // One after the other: the disk need not hold all of them twice.
            deleteFiles(source);
        }
        return new Pieces(encoded, Optional.empty());
    }

    private Path join(Pieces pieces, Timeline timeline, Path folder) {
        Path list = folder.resolve("pieces.txt");
        try {
            Files.writeString(
                    list,
                    Stream.concat(
                                    pieces.header().stream().map(header -> named(header) + "outpoint 0\n"),
                                    pieces.ofTakes().stream()
                                            .flatMap(List::stream)
                                            .map(piece -> named(piece.file())))
                            .collect(Collectors.joining()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // bitexact: the same takes give the same bytes, whenever and wherever the work is done again.
        List<String> options = new ArrayList<>(List.of("-map", "0:v", "-map", "0:a", "-c:v", "copy"));
        options.addAll(List.of("-c:a", "aac", "-b:a", "64k", "-map_metadata", "-1"));
        options.addAll(List.of("-fflags", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart"));
        Ffmpeg.Run run = ffmpeg.make(folder, limits(timeline), List.of(MediaInput.joined(list)), options, "film.mp4");
        if (!run.clean()) {
            throw new FfmpegFailed(options, run);
        }
        return folder.resolve("film.mp4");
    }

    private static String named(Path file) {
        return "file '" + file.getFileName() + "'\n";
    }

    /**
     * Of the first second, or of the very beginning; a recording is worth having without a poster, so a grey one will
     * do.
     */
    private Path poster(Path video, Timeline timeline, Path folder) {
        String at = String.format(Locale.ROOT, "%.3f", Math.min(1000, timeline.lengthMs() / 2) / 1000.0);
        MediaInput picture = MediaInput.own(video, Container.MP4);
        for (MediaInput input : List.of(picture.with("-ss", at), picture, MediaInput.generated(GREY))) {
            Ffmpeg.Run run = ffmpeg.make(
                    folder,
                    limits(timeline),
                    List.of(input),
                    List.of("-map", "0:v:0", "-frames:v", "1", "-update", "1", "-q:v", "5", "-flags:v", "+bitexact"),
                    "poster.jpg");
            if (run.clean() && Files.exists(folder.resolve("poster.jpg"))) {
                return folder.resolve("poster.jpg");
            }
            LOG.warnf("No poster could be made: %s", run.log());
        }
        throw new IllegalStateException("ffmpeg cannot make a grey picture");
    }

    /** Of a recording without a picture: where somebody speaks, and where nobody does. */
    private Path waveform(Path video, Timeline timeline, Path folder) {
        List<String> options = new ArrayList<>(List.of("-filter_complex", WAVEFORM, "-an", "-frames:v", "1"));
        options.addAll(List.of("-update", "1", "-q:v", "5", "-flags:v", "+bitexact"));
        Ffmpeg.Run run = ffmpeg.make(
                folder, limits(timeline), List.of(MediaInput.own(video, Container.MP4)), options, "poster.jpg");
        if (run.clean() && Files.exists(folder.resolve("poster.jpg"))) {
            return folder.resolve("poster.jpg");
        }
        LOG.warnf("No waveform could be drawn: %s", run.log());
        return poster(video, timeline, folder);
    }

    private Readings readings(Path video, Timeline timeline, boolean soundOnly) {
        List<TakeReading> takes = timeline.shots().stream()
                .map(shot -> new TakeReading(shot.take(), shot.lengthMs(), shot.readable()))
                .toList();
        ProbeResult probed = probe.inspect(video);
        try {
            return Readings.unmeasured(probed.width(), probed.height(), Files.size(video), soundOnly, takes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Limits limits(Timeline timeline) {
        return ffmpeg.ceilings().ofLength(Duration.ofMillis(timeline.lengthMs()));
    }

    private static void deleteFiles(TakeSource source) {
        try {
            for (Path file : source.files()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
