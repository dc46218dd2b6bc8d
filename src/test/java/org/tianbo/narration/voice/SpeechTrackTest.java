package org.tianbo.narration.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.narration.Narration.Span;

class SpeechTrackTest {

    private static final int TENTH = SpeechTrack.RATE / 10;

    @TempDir
    Path folder;

    private Path wav;

    @BeforeEach
    void file() {
        wav = folder.resolve("track.wav");
    }

    @Test
    void theSilenceAroundASentenceIsCutOffButForATenthAndABreathFollows() throws IOException {
        SpeechTrack track = new SpeechTrack(wav);
        track.add("one", tone(10, 20, 15, 8_000));
        track.add("two", tone(0, 10, 0, 8_000));
        assertThat(track.spans()).containsExactly(new Span("one", 0, 2_200), new Span("two", 2_600, 3_600));
        assertThat(track.lengthMs()).isEqualTo(4_000);
    }

    @Test
    void aQuietVoiceAndALoudOneComeOutAlikeAndNothingIsClipped() throws IOException {
        SpeechTrack track = new SpeechTrack(wav);
        track.add("quiet", tone(1, 10, 1, 1_000));
        track.add("loud", tone(1, 10, 1, 30_000));
        short[] samples = samples(track);
        double quiet = loudness(samples, track.spans().get(0));
        double loud = loudness(samples, track.spans().get(1));
        assertThat(quiet / loud).isCloseTo(1, within(0.1));
        assertThat(max(samples)).isLessThan(32_000);
    }

    @Test
    void whatIsAllSilenceStaysAsItIs() throws IOException {
        SpeechTrack track = new SpeechTrack(wav);
        track.add("nothing", tone(10, 0, 0, 0));
        assertThat(track.spans()).containsExactly(new Span("nothing", 0, 1_000));
    }

    @Test
    void aSpanIsReadAsItIsWritten() {
        Span span = new Span("0123456789abcdef", 2_600, 3_600);
        assertThat(Span.parse(span.toString())).isEqualTo(span);
    }

    /** Tenths of silence, of a square wave and of silence again. */
    private static byte[] tone(int before, int sounding, int after, int amplitude) {
        int samples = (before + sounding + after) * TENTH;
        ByteBuffer pcm = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < samples; at++) {
            boolean sounds = at >= before * TENTH && at < (before + sounding) * TENTH;
            pcm.putShort((short) (!sounds ? 0 : at / 50 % 2 == 0 ? amplitude : -amplitude));
        }
        return pcm.array();
    }

    private short[] samples(SpeechTrack track) throws IOException {
        track.close();
        byte[] all = Files.readAllBytes(wav);
        ByteBuffer head = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(head.getInt(4)).as("what the head says is there").isEqualTo(all.length - 8);
        assertThat(head.getInt(40)).isEqualTo(all.length - 44);
        short[] samples = new short[(all.length - 44) / 2];
        ByteBuffer.wrap(all, 44, all.length - 44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    private static double loudness(short[] samples, Span span) {
        double power = 0;
        int from = (int) (span.fromMs() * SpeechTrack.RATE / 1000);
        int until = (int) (span.untilMs() * SpeechTrack.RATE / 1000);
        for (int at = from; at < until; at++) {
            power += (double) samples[at] * samples[at];
        }
        return Math.sqrt(power / (until - from));
    }

    private static int max(short[] samples) {
        int max = 0;
        for (short sample : samples) {
            max = Math.max(max, Math.abs(sample));
        }
        return max;
    }
}
