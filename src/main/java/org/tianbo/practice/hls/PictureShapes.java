package org.tianbo.practice.hls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which shapes the pictures of H.264 have, as the sequence parameter sets among their bytes say (ITU-T H.264, 7.3.2.1).
 * A phone that is turned while it records may go on with another one in the middle of a take.
 */
final class PictureShapes {

    /** Type of such a set, among the bits of a NAL unit's first byte that say it. */
    private static final int SEQUENCE_PARAMETERS = 7;

    private static final int TYPE = 0x9f;

    private static final int HIGH = 100;

    /** Those that recorders of phones write; the byte behind the profile ends on two bits that are never set. */
    private static final Set<Integer> PROFILES = Set.of(66, 77, 88, HIGH);

    private static final int RESERVED = 0x03;

    private static final Set<Integer> LEVELS =
            Set.of(9, 10, 11, 12, 13, 20, 21, 22, 30, 31, 32, 40, 41, 42, 50, 51, 52);

    private static final int SHORTEST = 6;
    private static final int LONGEST = 64;

    /** Nobody asks for more, and bytes made for it could tell hundreds of thousands. */
    private static final int MOST = 2;

    private PictureShapes() {}

    /** @return the first two shapes, in macroblocks; empty where the bytes tell none, or hold no H.264 */
    static Set<String> in(byte[] bytes) {
        Set<String> found = new LinkedHashSet<>();
        for (int at = 3; found.size() < MOST && at + SHORTEST <= bytes.length; at++) {
            if ((bytes[at] & TYPE) == SEQUENCE_PARAMETERS
                    && PROFILES.contains(bytes[at + 1] & 0xff)
                    && (bytes[at + 2] & RESERVED) == 0
                    && LEVELS.contains(bytes[at + 3] & 0xff)) {
                int length = length(bytes, at);
                if (length >= SHORTEST && at + length <= bytes.length) {
                    shape(Arrays.copyOfRange(bytes, at, at + length)).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Before it stands a start code, or how long it is: in four bytes, or in the two of a header. */
    private static int length(byte[] bytes, int at) {
        boolean zeros = bytes[at - 3] == 0 && bytes[at - 2] == 0;
        int before = bytes[at - 1] & 0xff;
        if (zeros && before == 1) {
            return untilStartCode(bytes, at) - at;
        }
        boolean told = zeros || bytes[at - 2] == 0 && (bytes[at - 3] & 0xff) == 0xe1;
        return told && before <= LONGEST ? before : 0;
    }

    private static int untilStartCode(byte[] bytes, int at) {
        int end = at;
        while (end + 1 < bytes.length && end - at < LONGEST && (bytes[end] != 0 || bytes[end + 1] != 0)) {
            end++;
        }
        return end;
    }

    /**
     * Width and height; the whole set where it lists more before them than phones do.
     *
     * @return empty for bytes that look like a set and do not read as one: among those of an hour there may be some
     */
    private static Optional<String> shape(byte[] set) {
        Bits bits = new Bits(set);
        bits.number(31);
        if ((set[1] & 0xff) == HIGH) {
            // Its colours, the depths of both, and two flags.
            bits.number(1);
            bits.number(0);
            bits.number(0);
            bits.bit();
            if (bits.bit() == 1) {
                return bits.read() ? Optional.of(HexFormat.of().formatHex(set)) : Optional.empty();
            }
        }
        bits.number(12);
        order(bits);
        bits.number(16);
        bits.bit();
        int width = 1 + bits.number(255);
        int height = 1 + bits.number(255);
        // Whole pictures, not every other line; then how they are cut, and whether more follows.
        boolean whole = bits.bit() == 1;
        bits.bit();
        for (int cut = 4 * bits.bit(); cut > 0; cut--) {
            bits.number(255);
        }
        boolean ends = bits.bit() == 1 || bits.onlyItsEnd();
        boolean sized = Math.min(width, height) >= 4;
        return whole && ends && sized && bits.read() ? Optional.of(width + "x" + height) : Optional.empty();
    }

    /** In which order pictures are shown. */
    private static void order(Bits bits) {
        int kind = bits.number(2);
        if (kind == 0) {
            bits.number(12);
        } else if (kind == 1) {
            bits.bit();
            bits.number(Integer.MAX_VALUE);
            bits.number(Integer.MAX_VALUE);
            for (int left = bits.number(255); left > 0 && bits.read(); left--) {
                bits.number(Integer.MAX_VALUE);
            }
        }
    }

    /** Of a set, behind its profile and level, without the bytes that keep start codes out of it. */
    private static final class Bits {

        private static final int BEHIND_LEVEL = 4;

        private final byte[] bytes;
        private int at;
        private boolean tooLarge;

        Bits(byte[] set) {
            ByteArrayOutputStream own = new ByteArrayOutputStream();
            for (int index = BEHIND_LEVEL; index < set.length; index++) {
                boolean keepsOut = set[index] == 3 && set[index - 1] == 0 && set[index - 2] == 0;
                if (!keepsOut) {
                    own.write(set[index]);
                }
            }
            bytes = own.toByteArray();
        }

        /** Zeros behind the end. */
        int bit() {
            int index = at++;
            return index / 8 < bytes.length ? bytes[index / 8] >> (7 - index % 8) & 1 : 0;
        }

        /** As long as it is large (Exp-Golomb, 9.1). @param largest that a set may have here */
        int number(int largest) {
            int zeros = 0;
            while (zeros < 16 && bit() == 0) {
                zeros++;
            }
            int number = 1;
            for (int index = 0; index < zeros; index++) {
                number = number << 1 | bit();
            }
            tooLarge |= number - 1 > largest;
            return number - 1;
        }

        /** Whether nothing was read behind the end, and no number that cannot be. */
        boolean read() {
            return at <= 8 * bytes.length && !tooLarge;
        }

        /** A bit that is set, then zeros alone. */
        boolean onlyItsEnd() {
            boolean end = bit() == 1;
            while (at < 8 * bytes.length) {
                end &= bit() == 0;
            }
            return end;
        }
    }
}
