package org.tianbo.practice.recording;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tianbo.media.Ffmpeg;
import org.tianbo.platform.data.Sha256;
import org.tianbo.practice.RecordingCopy.Strip;

/** The copies of one recording are the same each time, so what dozens of tests send is copied once. */
@Alternative
@Priority(1)
@ApplicationScoped
class CachingCopyMaker extends CopyMaker {

    private final Map<String, List<Made>> remembered = new ConcurrentHashMap<>();

    /** For the proxy of the bean. */
    CachingCopyMaker() {
        this(null);
    }

    @Inject
    CachingCopyMaker(Ffmpeg ffmpeg) {
        super(ffmpeg);
    }

    private record Made(String kind, String name, byte[] bytes, Strip strip) {

        static Made of(MadeCopy copy) {
            try {
                return new Made(
                        copy.kind(),
                        copy.file().getFileName().toString(),
                        Files.readAllBytes(copy.file()),
                        copy.strip());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Override
    List<MadeCopy> make(Path recording, long lengthMs, int width, int height) {
        try {
            String digest = Sha256.hex(recording);
            List<Made> made = remembered.get(digest);
            if (made == null) {
                List<MadeCopy> copies = super.make(recording, lengthMs, width, height);
                remembered.put(digest, copies.stream().map(Made::of).toList());
                return copies;
            }
            List<MadeCopy> copies = new ArrayList<>();
            for (Made copy : made) {
                Path file = Files.write(recording.resolveSibling(copy.name()), copy.bytes());
                copies.add(new MadeCopy(copy.kind(), file, copy.strip()));
            }
            return copies;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
