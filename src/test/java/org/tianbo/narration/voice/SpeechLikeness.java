package org.tianbo.narration.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well speech that went through a codec is still understood, in the manner of the short-time objective
 * intelligibility of Taal and others (2011): the envelopes of 15 third-octave bands from 150 Hz on are compared over
 * 384 milliseconds at a time. 1 is the same; listeners understand nearly every word from about 0.8 on.
 */
final class SpeechLikeness {

    /** Samples a second, of one channel. */
    static final int RATE = 10_000;

    private static final int FRAME = 256;
    private static final int STEP = 128;
    private static final int TRANSFORM = 512;
    private static final int BANDS = 15;
    private static final double LOWEST_HZ = 150;
    private static final int TOGETHER = 30;

    /** Frames this much below the loudest are pauses. */
    private static final double PAUSE_DB = 40;

    private static final double[] COSINES = IntStream.range(0, TRANSFORM)
            .mapToDouble(at -> Math.cos(2 * Math.PI * at / TRANSFORM))
            .toArray();

    private SpeechLikeness() {}

    static double of(short[] original, short[] coded) {
        List<double[]> clean = new ArrayList<>();
        List<double[]> other = new ArrayList<>();
        List<double[]> framesOfClean = frames(original);
        List<double[]> framesOfOther = frames(coded);
        double loudest =
                framesOfClean.stream().mapToDouble(SpeechLikeness::power).max().orElseThrow();
        for (int at = 0; at < Math.min(framesOfClean.size(), framesOfOther.size()); at++) {
            if (power(framesOfClean.get(at)) > loudest * Math.pow(10, -PAUSE_DB / 10)) {
                clean.add(bands(framesOfClean.get(at)));
                other.add(bands(framesOfOther.get(at)));
            }
        }
        double sum = 0;
        int count = 0;
        for (int until = TOGETHER; until <= clean.size(); until++) {
            for (int band = 0; band < BANDS; band++) {
                sum += correlation(
                        clean.subList(until - TOGETHER, until), other.subList(until - TOGETHER, until), band);
                count++;
            }
        }
        return sum / count;
    }

    private static List<double[]> frames(short[] samples) {
        List<double[]> frames = new ArrayList<>();
        for (int from = 0; from + FRAME <= samples.length; from += STEP) {
            double[] frame = new double[FRAME];
            for (int at = 0; at < FRAME; at++) {
                frame[at] = samples[from + at] * (0.5 - 0.5 * Math.cos(2 * Math.PI * (at + 1) / (FRAME + 1)));
            }
            frames.add(frame);
        }
        return frames;
    }

    private static double power(double[] frame) {
        double power = 0;
        for (double one : frame) {
            power += one * one;
        }
        return power;
    }

    private static double[] bands(double[] frame) {
        double[] bands = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            double middle = LOWEST_HZ * Math.pow(2, band / 3.0);
            int from = (int) Math.round(middle * Math.pow(2, -1 / 6.0) * TRANSFORM / RATE);
            int until = (int) Math.round(middle * Math.pow(2, 1 / 6.0) * TRANSFORM / RATE);
            double power = 0;
            for (int bin = from; bin < Math.max(until, from + 1); bin++) {
                power += power(frame, bin);
            }
            bands[band] = Math.sqrt(power);
        }
        return bands;
    }

    /** Of one line of the spectrum. */
    private static double power(double[] frame, int bin) {
        double real = 0;
        double imaginary = 0;
        for (int at = 0; at < FRAME; at++) {
            int angle = at * bin % TRANSFORM;
            real += frame[at] * COSINES[angle];
            imaginary += frame[at] * COSINES[(angle + TRANSFORM / 4) % TRANSFORM];
        }
        return real * real + imaginary * imaginary;
    }

    private static double correlation(List<double[]> one, List<double[]> other, int band) {
        double meanOfOne = one.stream().mapToDouble(all -> all[band]).average().orElseThrow();
        double meanOfOther =
                other.stream().mapToDouble(all -> all[band]).average().orElseThrow();
        double product = 0;
        double squaresOfOne = 0;
        double squaresOfOther = 0;
        for (int at = 0; at < one.size(); at++) {
            double first = one.get(at)[band] - meanOfOne;
            double second = other.get(at)[band] - meanOfOther;
            product += first * second;
            squaresOfOne += first * first;
            squaresOfOther += second * second;
        }
        double scale = Math.sqrt(squaresOfOne * squaresOfOther);
        return scale == 0 ? 0 : product / scale;
    }
}
