package org.tianbo.narration.voice;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.FfmpegFailed;
import org.tianbo.media.Media;
import org.tianbo.media.MediaInput;
import org.tianbo.media.StoredObject;
import org.tianbo.narration.Narration;
import org.tianbo.narration.Narration.Sound;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.security.CurrentCounty;

/** Makes one recording of many takes, in the two files that all phones together can play. */
@ApplicationScoped
class SoundFiles {

    private static final long MOST_BYTES = 64L << 20;

    private final Ffmpeg ffmpeg;
    private final SoundEncoder encoder;
    private final Media media;
    private final CurrentCounty county;

    SoundFiles(Ffmpeg ffmpeg, SoundEncoder encoder, Media media, CurrentCounty county) {
        this.ffmpeg = ffmpeg;
        this.encoder = encoder;
        this.media = media;
        this.county = county;
    }

    /** @param takes in the order they are heard */
    NarrationTable.Files make(Path folder, List<SpokenSentence> takes) {
        Path wav = folder.resolve("track.wav");
        SpeechTrack track = written(folder, takes, wav);
        Duration length = Duration.ofMillis(track.lengthMs());
        Path opus = encoder.opus(wav, length);
        Path aac = encoder.aac(wav, length);
        String name = Sha256.hex(opus).substring(0, 16);
        long opusBytes = stored(opus, name + Narration.OPUS);
        long aacBytes = stored(aac, name + Narration.AAC);
        return new NarrationTable.Files(
                new Sound(name, Math.max(opusBytes, aacBytes), length.toMillis(), track.spans()), opusBytes, aacBytes);
    }

    private SpeechTrack written(Path folder, List<SpokenSentence> takes, Path wav) {
        try (SpeechTrack track = new SpeechTrack(wav)) {
            SpokenSentence last = null;
            byte[] samples = {};
            for (SpokenSentence take : takes) {
                if (last == null || !last.key().equals(take.key())) {
                    samples = decoded(folder, take);
                }
                track.add(take.sentence(), samples);
                last = take;
            }
            return track;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] decoded(Path folder, SpokenSentence take) {
        Path kept = folder.resolve("take.m4a");
        try (InputStream in = media.open(take.key())) {
            Files.copy(in, kept, StandardCopyOption.REPLACE_EXISTING);
            Ffmpeg.Run run = ffmpeg.make(
                    folder,
                    ffmpeg.ceilings().ofVoice(),
                    List.of(MediaInput.own(kept, Container.MP4)),
                    List.of("-f", "s16le", "-ac", "1", "-ar", Integer.toString(SpeechTrack.RATE)),
                    "take.pcm");
            if (!run.clean()) {
                throw new FfmpegFailed("a take could not be read: " + run.log());
            }
            return Files.readAllBytes(folder.resolve("take.pcm"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long stored(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            StoredObject object = media.store(Narration.key(county.id(), name), in, MOST_BYTES);
            return object.size();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
