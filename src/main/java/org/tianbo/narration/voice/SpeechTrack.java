package org.tianbo.narration.voice;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.tianbo.narration.Narration.Span;

/**
 * Spoken sentences one behind the other: each without the silence around it, all about equally loud, with a breath
 * between. One channel of 16-bit samples, 24,000 a second, in a file: half an hour of them is 86 MB.
 */
final class SpeechTrack implements AutoCloseable {

    static final int RATE = 24_000;

    /** A hundredth of a second. */
    private static final int FRAME = RATE / 100;

    private static final int AROUND = 10 * FRAME;
    private static final int BREATH = 40 * FRAME;

    /** Below this part of a sentence's loudest hundredth nothing is spoken; nor below a level that rooms have. */
    private static final double QUIET = 0.03;

    private static final double ROOM = 60;

    /** About -20 dB of the loudest possible, as speech is usually levelled for phones. */
    private static final double LEVEL = 3_277;

    private static final double MOST_GAIN = 10;
    private static final double PEAK = 30_000;

    private static final int WAV_HEAD = 44;

    private final Path wav;
    private final OutputStream out;
    private final List<Span> spans = new ArrayList<>();
    private int bytes;

    /** @param wav is made anew; it is a whole file once the track is closed */
    SpeechTrack(Path wav) throws IOException {
        this.wav = wav;
        this.out = new BufferedOutputStream(Files.newOutputStream(wav));
        out.write(new byte[WAV_HEAD]);
    }

    /** Puts a sentence at the end. @param little samples as ffmpeg's {@code s16le} has them */
    void add(String sentence, byte[] little) throws IOException {
        short[] voice = samples(little);
        double[] loudness = loudness(voice);
        double threshold = Math.max(ROOM, QUIET * max(loudness));
        int first = first(loudness, threshold);
        int last = last(loudness, threshold);
        int from = Math.max(0, first * FRAME - AROUND);
        int until = Math.min(voice.length, (last + 1) * FRAME + AROUND);
        double gain = gain(voice, loudness, threshold);
        long begins = lengthMs();
        append(voice, from, until, gain);
        spans.add(new Span(sentence, begins, lengthMs()));
        write(new byte[2 * BREATH]);
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    long lengthMs() {
        return bytes / 2 * 1000L / RATE;
    }

    /** The head says how much there is, so it is written last. */
    @Override
    public void close() throws IOException {
        out.close();
        ByteBuffer head = ByteBuffer.allocate(WAV_HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("RIFF")).putInt(WAV_HEAD - 8 + bytes).put(ascii("WAVEfmt "));
        head.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        head.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(bytes);
        head.flip();
        try (FileChannel file = FileChannel.open(wav, StandardOpenOption.WRITE)) {
            while (head.hasRemaining()) {
                file.write(head);
            }
        }
    }

    private void write(byte[] samples) throws IOException {
        out.write(samples);
        bytes += samples.length;
    }

    private void append(short[] voice, int from, int until, double gain) throws IOException {
        ByteBuffer levelled = ByteBuffer.allocate(2 * (until - from)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = from; at < until; at++) {
            levelled.putShort((short) Math.max(-PEAK, Math.min(PEAK, voice[at] * gain)));
        }
        write(levelled.array());
    }

    /** By what is spoken, not by the pauses in it. */
    private static double gain(short[] voice, double[] loudness, double threshold) {
        double power = 0;
        int spoken = 0;
        for (double one : loudness) {
            if (one >= threshold) {
                power += one * one;
                spoken++;
            }
        }
        if (spoken == 0) {
            return 1;
        }
        double loudest = 1;
        for (short sample : voice) {
            loudest = Math.max(loudest, Math.abs((double) sample));
        }
        double wanted = LEVEL / Math.sqrt(power / spoken);
        // A click may be cut off, words may not: twice the peak is as far as it goes.
        return Math.min(wanted, Math.min(MOST_GAIN, 2 * PEAK / loudest));
    }

    private static double[] loudness(short[] voice) {
        double[] frames = new double[Math.max(1, voice.length / FRAME)];
        for (int frame = 0; frame < frames.length; frame++) {
            double power = 0;
            int end = Math.min(voice.length, (frame + 1) * FRAME);
            for (int at = frame * FRAME; at < end; at++) {
                power += (double) voice[at] * voice[at];
            }
            frames[frame] = Math.sqrt(power / FRAME);
        }
        return frames;
    }

    private static double max(double[] frames) {
        double max = 0;
        for (double frame : frames) {
            max = Math.max(max, frame);
        }
        return max;
    }

    private static int first(double[] loudness, double threshold) {
        for (int frame = 0; frame < loudness.length; frame++) {
            if (loudness[frame] >= threshold) {
                return frame;
            }
        }
        return 0;
    }

    private static int last(double[] loudness, double threshold) {
        for (int frame = loudness.length - 1; frame >= 0; frame--) {
            if (loudness[frame] >= threshold) {
                return frame;
            }
        }
        return loudness.length - 1;
    }

    private static short[] samples(byte[] little) {
        short[] voice = new short[little.length / 2];
        ByteBuffer.wrap(little).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(voice);
        return voice;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
