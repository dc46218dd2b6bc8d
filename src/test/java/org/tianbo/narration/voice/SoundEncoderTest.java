package org.tianbo.narration.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.testsupport.program.EspeakNg;

/** With the real ffmpeg; needs no container. */
class SoundEncoderTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** "About half a megabyte", as the pages of lessons say. */
    private static final long MOST_BYTES = 560_000;

    private static final String SPEECH = "da4 jia1 hao3 wo3 shi4 shan1 tou2 cun1 de5 wang2 fang1, jin1 tian1 wo3 men5"
            + " xue2 xi2 zen3 me5 yang4 zai4 shou3 ji1 shang4 mai4 zi4 ji3 zhong4 de5 da4 mi3";

    private final SoundEncoder encoder = new SoundEncoder(PackedFfmpeg.withDefaults());

    @TempDir
    Path folder;

    @Test
    void fiveMinutesTakeHalfAMegabyteInEitherFile() throws Exception {
        Path wav = track(FIVE_MINUTES);
        assertThat(Files.size(encoder.opus(wav, FIVE_MINUTES))).isBetween(300_000L, MOST_BYTES);
        assertThat(Files.size(encoder.aac(wav, FIVE_MINUTES))).isBetween(300_000L, MOST_BYTES);
    }

    @Test
    void whatIsSpokenIsUnderstoodInEitherFile() throws Exception {
        Duration length = Duration.ofSeconds(20);
        Path wav = track(length);
        short[] original = decoded(wav, "original.pcm");
        assertThat(SpeechLikeness.of(original, decoded(encoder.opus(wav, length), "opus.pcm")))
                .isGreaterThan(0.9);
        assertThat(SpeechLikeness.of(original, decoded(encoder.aac(wav, length), "aac.pcm")))
                .isGreaterThan(0.9);
    }

    /** The same sentences again and again, as a trainer's are put together. */
    private Path track(Duration length) throws Exception {
        Path spoken = Files.write(folder.resolve("spoken.wav"), EspeakNg.read(SPEECH));
        Path pcm = PackedFfmpeg.make(
                folder, "spoken.pcm", "-i " + spoken + " -f s16le -ac 1 -ar " + SpeechTrack.RATE + " ");
        byte[] samples = Files.readAllBytes(pcm);
        Path wav = folder.resolve("track.wav");
        try (SpeechTrack track = new SpeechTrack(wav)) {
            while (track.lengthMs() < length.toMillis()) {
                track.add("one", samples);
            }
        }
        return wav;
    }

    private short[] decoded(Path file, String name) throws Exception {
        Path pcm = PackedFfmpeg.make(folder, name, "-i " + file + " -f s16le -ac 1 -ar " + SpeechLikeness.RATE + " ");
        return samples(Files.readAllBytes(pcm));
    }

    private static short[] samples(byte[] little) {
        short[] samples = new short[little.length / 2];
        ByteBuffer.wrap(little).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }
}
