package org.tianbo.practice.take;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tianbo.media.Ceilings;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.Media;
import org.tianbo.platform.data.Sha256;
import org.tianbo.practice.take.RecordingInput.CopyInput;
import org.tianbo.practice.take.RecordingInput.TakeInput;
import org.tianbo.practice.take.TakeParts.Part;
import org.tianbo.practice.take.TakeSource.PartFound;
import org.tianbo.practice.upload.ChunkRepository.Chunk;
import org.tianbo.practice.upload.Uploads;

/** Puts a take's chunks together and finds out what they are. */
@ApplicationScoped
public class TakeReader {

    private static final Logger LOG = Logger.getLogger(TakeReader.class);

    private final Media media;
    private final MediaProbe probe;
    private final Ffmpeg ffmpeg;
    private final Ceilings ceilings;

    public TakeReader(Media media, MediaProbe probe, Ffmpeg ffmpeg) {
        this.media = media;
        this.probe = probe;
        this.ffmpeg = ffmpeg;
        this.ceilings = ffmpeg.ceilings();
    }

    public TakeSource read(TakeInput take, Path folder) {
        return readInto(folder.resolve("take-" + take.take() + ".raw"), take);
    }

    /** What viewers were sent, as if it were a take. */
    TakeSource read(TakeInput take, CopyInput copy, Path folder) {
        TakeInput alone = new TakeInput(take.take(), take.startedAt(), take.endedAt(), copy.chunks());
        return readInto(folder.resolve("take-%d-copy-%d.raw".formatted(take.take(), copy.copy())), alone);
    }

    private TakeSource readInto(Path raw, TakeInput take) {
        try {
            Path folder = raw.getParent();
            boolean all = assemble(take, raw);
            Duration reported = take.reported();
            List<PartFound> parts = new ArrayList<>();
            for (Part part : TakeParts.of(raw)) {
                ProbeResult probed = probe.inspect(
                        folder,
                        ceilings.take(part.file(), part.container()),
                        ceilings.ofProbe(reported, Files.size(part.file())));
                parts.add(new PartFound(
                        part,
                        probed,
                        PacketList.of(ffmpeg, part, probed, reported).stretches(),
                        all && part.whole()));
            }
            if (parts.stream().noneMatch(part -> part.part().file().equals(raw))) {
                Files.delete(raw);
            }
            return new TakeSource(take, List.copyOf(parts));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Puts the chunks one behind the other. One that the storage lost, or does not give back as it was stored, is left
     * out: the others are worth no less.
     *
     * @return whether all are there
     */
    private boolean assemble(TakeInput take, Path file) throws IOException {
        boolean all = true;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Chunk chunk : take.chunks()) {
                Optional<byte[]> bytes = bytes(chunk);
                if (bytes.isPresent()) {
                    out.write(bytes.get());
                }
                all &= bytes.isPresent();
            }
        }
        return all;
    }

    private Optional<byte[]> bytes(Chunk chunk) throws IOException {
        try (InputStream in = media.open(chunk.key())) {
            byte[] bytes = in.readNBytes((int) Uploads.LARGEST_CHUNK);
            if (Sha256.hex(bytes).equals(chunk.sha256())) {
                return Optional.of(bytes);
            }
            LOG.errorf("The bytes of %s are not those that were stored", chunk.key());
        } catch (UncheckedIOException | NoSuchFileException failed) {
            IOException cause =
                    failed instanceof UncheckedIOException wrapped ? wrapped.getCause() : (IOException) failed;
            if (!(cause instanceof NoSuchFileException)) {
                throw cause;
            }
            LOG.errorf("The storage has lost %s", chunk.key());
        }
        return Optional.empty();
    }
}
