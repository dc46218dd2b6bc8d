package org.tianbo.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.error.Refused;

/**
 * Re-encodes what a phone recorded of a voice: AAC in MP4, one channel, without whatever else the file holds. Nothing
 * is cut off: what is too long is refused.
 */
@ApplicationScoped
public class VoiceNormalizer {

    /** A minute of the least thrifty recorder: 48 kHz, two channels, 16 bits, twice as long as it may be. */
    public static final long MOST_BYTES = 4L << 20;

    private static final Logger LOG = Logger.getLogger(VoiceNormalizer.class);

    /** A recorder that was told to stop writes a little more. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** Decibels below the loudest possible; a quiet voice reaches 20 more, a microphone that is switched off none. */
    private static final double SILENT = -50;

    private static final Pattern LOUDEST = Pattern.compile("max_volume: (-?[0-9.]+) dB");

    /** So many at once; whoever comes meanwhile waits its turn as long as one of them may take. */
    private final Semaphore turns = new Semaphore(2);

    private final Ffmpeg ffmpeg;

    VoiceNormalizer(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** A sound in the folder it was made in. */
    public record NormalizedVoice(Path file, Duration length) {}

    /**
     * Makes the sound in the folder.
     *
     * @param bytes as the phone recorded them
     * @param sha256 what they must turn out to be, in lower-case hex
     * @throws Refused when it is no sound, longer than that, or nothing is to be heard
     * @throws FfmpegFailed when the machine is too busy
     */
    public NormalizedVoice normalize(InputStream bytes, String sha256, Path folder, Duration longest) {
        Path raw = folder.resolve("raw");
        if (!received(bytes, raw).equals(sha256)) {
            throw VoiceRefused.damaged();
        }
        MediaInput voice = ffmpeg.ceilings().voice(raw, container(raw));
        Ffmpeg.Run run = inTurn(() -> make(folder, voice, longest.plus(GRACE).plus(GRACE)));
        Path out = folder.resolve("voice.m4a");
        if (!run.clean() || Files.notExists(out)) {
            LOG.infof("A voice could not be read: %s", run.log());
            throw VoiceRefused.unreadable();
        }
        Duration length = length(out);
        if (length.compareTo(longest.plus(GRACE)) > 0) {
            throw VoiceRefused.tooLong(longest.toSeconds());
        }
        Matcher loudest = LOUDEST.matcher(run.log());
        if (!loudest.find() || Double.parseDouble(loudest.group(1)) < SILENT) {
            throw VoiceRefused.silent();
        }
        return new NormalizedVoice(out, length);
    }

    private static String received(InputStream bytes, Path raw) {
        try (OutputStream out = Files.newOutputStream(raw)) {
            return Sha256.copy(bytes, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Ffmpeg.Run make(Path folder, MediaInput voice, Duration most) {
        List<String> options = List.of(
                "-map",
                "0:a:0",
                "-map_metadata",
                "-1",
                "-vn",
                "-t",
                Long.toString(most.toSeconds()),
                "-af",
                "volumedetect",
                "-ac",
                "1",
                "-ar",
                "44100",
                "-c:a",
                "aac",
                "-b:a",
                "48k",
                "-movflags",
                "+faststart",
                "-bitexact");
        return ffmpeg.make(folder, ffmpeg.ceilings().ofVoice(), List.of(voice), options, "voice.m4a");
    }

    private interface Work {
        Ffmpeg.Run run();
    }

    private Ffmpeg.Run inTurn(Work work) {
        Duration patience = ffmpeg.ceilings().ofVoice().wall();
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FfmpegFailed("no turn within " + patience);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new FfmpegFailed("stopped with the application");
        }
        try {
            return work.run();
        } finally {
            turns.release();
        }
    }

    private Duration length(Path voice) {
        Ffmpeg.Run run = ffmpeg.probe(
                voice.getParent(),
                ffmpeg.ceilings().ofVoice(),
                MediaInput.own(voice, Container.MP4),
                List.of("-show_entries", "format=duration", "-of", "csv=p=0"));
        String seconds = run.out().strip();
        if (!run.clean() || !seconds.matches("\\d{1,6}(\\.\\d+)?")) {
            throw VoiceRefused.unreadable();
        }
        return Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
    }

    private static Container container(Path raw) {
        try (InputStream in = Files.newInputStream(raw)) {
            return Container.of(in.readNBytes(Container.HEAD))
                    .filter(container -> !container.isPhoto())
                    .orElseThrow(VoiceRefused::unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
