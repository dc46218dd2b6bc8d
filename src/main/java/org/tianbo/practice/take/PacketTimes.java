package org.tianbo.practice.take;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The timestamps of a file's packets, and the stretches that can be played without a break. A stretch ends where the
 * timestamps start again, or where for a while there is neither picture nor sound.
 */
final class PacketTimes {

    /** Small steps back are what encoders do; a larger one is a recorder that started again. */
    private static final long STARTED_AGAIN_US = 300_000;

    /** Shorter holes are held over: the picture stands still, the sound is silent. */
    private static final long HOLE_US = 2_000_000;

    /** One packet does not last longer, whatever it says. */
    private static final long LONGEST_PACKET_US = 1_000_000;

    /** How many packets may lie between the order of decoding and the order of showing. */
    private static final int REORDERED = 16;

    /** Whoever jumps into a recording waits until so much of it is read. */
    private static final long LONGEST_WITHOUT_KEY_US = 12_000_000;

    /** A picture may begin so much later than its sound to be played as it is. */
    private static final long LATE_PICTURE_US = 1_000_000;

    /** Each stretch is a run of ffmpeg. */
    private static final int MOST_STRETCHES = 20;

    private final Track picture = new Track();
    private final Track sound = new Track();

    /** Packets by their number in the stream, the last one not included. */
    record Range(int from, int to) {

        boolean isEmpty() {
            return from >= to;
        }
    }

    /**
     * @param startUs where its first packet begins, in microseconds of the file's own time
     * @param startsAgain whether the file's time was started again for it, so that it says nothing of where it belongs
     * @param copyable whether its picture plays as it lies there, from its first packet on and for all of its length
     * @param pictureEveryUs from one picture to the next, mostly; 0 where there are not two
     */
    record PlayableStretch(
            long startUs,
            long endUs,
            boolean startsAgain,
            Range picture,
            Range sound,
            boolean copyable,
            long pictureEveryUs) {

        /** The same, begun to be shown so much later. */
        PlayableStretch from(long us) {
            return new PlayableStretch(startUs + us, endUs, startsAgain, picture, sound, false, pictureEveryUs);
        }
    }

    /**
     * A packet of the picture or the sound, in the order of the file.
     *
     * @param decodedUs when it is decoded: these times only grow, until they start again
     * @param presentedUs when it is seen or heard; encoders that look ahead send pictures in another order
     * @param key whether a player can begin here
     */
    void add(boolean ofPicture, long decodedUs, long presentedUs, long lengthUs, boolean key) {
        (ofPicture ? picture : sound)
                .add(decodedUs, presentedUs, Math.max(0, Math.min(lengthUs, LONGEST_PACKET_US)), key);
    }

    /** A packet without times: it belongs to the one before. */
    void addWithoutTime(boolean ofPicture) {
        Track track = ofPicture ? picture : sound;
        long us = track.size == 0 ? 0 : track.times[track.size - 1];
        track.add(us, us, 0, false);
    }

    /** At most twenty, in the order of the file. */
    List<PlayableStretch> stretches() {
        long hole = HOLE_US;
        List<PlayableStretch> found = stretches(hole);
        while (found.size() > MOST_STRETCHES && hole < Long.MAX_VALUE / 4) {
            hole *= 2;
            found = stretches(hole);
        }
        return found.subList(0, Math.min(found.size(), MOST_STRETCHES));
    }

    private List<PlayableStretch> stretches(long hole) {
        List<PlayableStretch> found = new ArrayList<>();
        int times = Math.max(picture.starts.size(), sound.starts.size());
        for (int time = 0; time < times; time++) {
            Range pictures = picture.range(time);
            Range sounds = sound.range(time);
            boolean again = time > 0;
            for (long end : ends(pictures, sounds, hole)) {
                Range ofPicture = new Range(pictures.from(), picture.firstAt(pictures, end));
                Range ofSound = new Range(sounds.from(), sound.firstAt(sounds, end));
                long startUs = Math.min(picture.start(ofPicture), sound.start(ofSound));
                long endUs = Math.max(picture.end(ofPicture), sound.end(ofSound));
                found.add(new PlayableStretch(
                        startUs,
                        endUs,
                        again,
                        ofPicture,
                        ofSound,
                        picture.playsAsItIs(ofPicture, startUs, endUs),
                        picture.mostlyEveryUs(ofPicture)));
                pictures = new Range(ofPicture.to(), pictures.to());
                sounds = new Range(ofSound.to(), sounds.to());
                again = false;
            }
        }
        return found;
    }

    /** The times at which something begins behind a hole, and the end of all. */
    private TreeSet<Long> ends(Range pictures, Range sounds, long hole) {
        TreeSet<Long> ends = new TreeSet<>();
        int atPicture = pictures.from();
        int atSound = sounds.from();
        long coveredUs = Math.min(picture.start(pictures), sound.start(sounds));
        while (atPicture < pictures.to() || atSound < sounds.to()) {
            boolean nextIsPicture = atSound >= sounds.to()
                    || atPicture < pictures.to() && picture.times[atPicture] <= sound.times[atSound];
            Track track = nextIsPicture ? picture : sound;
            int at = nextIsPicture ? atPicture++ : atSound++;
            if (track.times[at] - coveredUs > hole) {
                ends.add(track.times[at]);
            }
            coveredUs = Math.max(coveredUs, track.ends[at]);
        }
        ends.add(Long.MAX_VALUE);
        return ends;
    }

    /** The packets of one stream. */
    private static final class Track {

        private long[] times = new long[1024];
        private long[] presented = new long[1024];
        private long[] ends = new long[1024];
        private final BitSet keys = new BitSet();
        private int size;
        private final List<Integer> starts = new ArrayList<>();

        void add(long us, long presentedUs, long lengthUs, boolean key) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                presented = Arrays.copyOf(presented, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            if (size == 0 || us < times[size - 1] - STARTED_AGAIN_US) {
                starts.add(size);
                times[size] = us;
            } else {
                times[size] = Math.max(us, times[size - 1]);
            }
            presented[size] = presentedUs;
            keys.set(size, key);
            ends[size] = Math.max(times[size], presentedUs) + lengthUs;
            size++;
        }

        Range range(int time) {
            if (time >= starts.size()) {
                return new Range(size, size);
            }
            return new Range(starts.get(time), time + 1 < starts.size() ? starts.get(time + 1) : size);
        }

        int firstAt(Range range, long us) {
            int at = range.from();
            while (at < range.to() && times[at] < us) {
                at++;
            }
            return at;
        }

        /** Begins with a key, has another every now and then, and shows pictures in the order they come. */
        boolean playsAsItIs(Range range, long startUs, long endUs) {
            if (range.isEmpty()
                    || !keys.get(range.from())
                    || presented[range.from()] - startUs > LATE_PICTURE_US
                    || endUs - end(range) > HOLE_US) {
                return false;
            }
            long keyUs = presented[range.from()];
            for (int at = range.from() + 1; at < range.to(); at++) {
                if (presented[at] <= presented[at - 1] || presented[at] - keyUs > LONGEST_WITHOUT_KEY_US) {
                    return false;
                }
                keyUs = keys.get(at) ? presented[at] : keyUs;
            }
            return true;
        }

        long mostlyEveryUs(Range range) {
            long[] steps = IntStream.range(range.from() + 1, range.to())
                    .mapToLong(at -> times[at] - times[at - 1])
                    .filter(step -> step > 0)
                    .sorted()
                    .toArray();
            return steps.length == 0 ? 0 : steps[steps.length / 2];
        }

        long start(Range range) {
            return IntStream.range(range.from(), Math.min(range.to(), range.from() + REORDERED))
                    .mapToLong(at -> presented[at])
                    .min()
                    .orElse(Long.MAX_VALUE);
        }

        long end(Range range) {
            return IntStream.range(Math.max(range.from(), range.to() - REORDERED), range.to())
                    .mapToLong(at -> ends[at])
                    .max()
                    .orElse(Long.MIN_VALUE);
        }
    }
}
