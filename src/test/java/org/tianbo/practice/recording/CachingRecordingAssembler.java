package org.tianbo.practice.recording;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tianbo.media.Ffmpeg;
import org.tianbo.practice.Readings;
import org.tianbo.practice.take.HoleFiller;
import org.tianbo.practice.take.MediaProbe;
import org.tianbo.practice.take.PictureCopies;
import org.tianbo.practice.take.RecordingInput;
import org.tianbo.practice.take.RecordingInput.CopyInput;
import org.tianbo.practice.take.RecordingInput.TakeInput;
import org.tianbo.practice.take.TakeNormalizer;
import org.tianbo.practice.take.TakeReader;
import org.tianbo.practice.take.Timeline;
import org.tianbo.practice.take.Timeline.Shot;
import org.tianbo.practice.take.Timeline.Stretch;
import org.tianbo.practice.upload.ChunkRepository.Chunk;

/**
 * The assembler of the integration tests. The same takes give the same bytes, so what dozens of tests send is assembled
 * once: ffmpeg takes two seconds of a processor each time. Takes that nobody sent before are assembled as always.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class CachingRecordingAssembler extends RecordingAssembler {

    private final Map<List<Sent>, Made> remembered = new ConcurrentHashMap<>();

    /** For the proxy of the bean. */
    CachingRecordingAssembler() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    CachingRecordingAssembler(
            Ffmpeg ffmpeg,
            MediaProbe probe,
            TakeReader reader,
            PictureCopies copies,
            TakeNormalizer normalizer,
            HoleFiller filler,
            SharedParameters parameters) {
        super(ffmpeg, probe, reader, copies, normalizer, filler, parameters);
    }

    /** All of a take that its recording depends on. */
    private record Sent(int take, Duration told, List<String> chunks, List<CopyInput> copies) {

        static List<Sent> of(RecordingInput input) {
            return input.takes().stream()
                    .map(take -> new Sent(
                            take.take(),
                            Duration.between(take.startedAt(), take.endedAt()),
                            take.chunks().stream().map(Chunk::sha256).toList(),
                            take.copies()))
                    .toList();
        }
    }

    private record Made(byte[] video, byte[] poster, List<List<Stretch>> stretches, Readings readings) {}

    @Override
    AssembledVideo assemble(RecordingInput input, Path folder) {
        try {
            List<Sent> sent = Sent.of(input);
            Made made = remembered.get(sent);
            if (made != null) {
                return again(made, input, folder);
            }
            AssembledVideo assembled = super.assemble(input, folder);
            remembered.put(
                    sent,
                    new Made(
                            Files.readAllBytes(assembled.video()),
                            Files.readAllBytes(assembled.poster()),
                            assembled.timeline().shots().stream()
                                    .map(Shot::stretches)
                                    .toList(),
                            assembled.readings()));
            return assembled;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static AssembledVideo again(Made made, RecordingInput input, Path folder) throws IOException {
        List<Shot> shots = new ArrayList<>();
        for (TakeInput take : input.takes()) {
            shots.add(new Shot(take.take(), take.startedAt(), take.endedAt(), made.stretches.get(shots.size())));
        }
        return new AssembledVideo(
                Files.write(folder.resolve("film.mp4"), made.video),
                Files.write(folder.resolve("poster.jpg"), made.poster),
                new Timeline(shots),
                made.readings);
    }
}
