package org.tianbo.practice.hls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
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

    private static final int SHORTEST = 6;
    private static final int LONGEST = 64;

    private PictureShapes() {}

    /** @return each shape once, in macroblocks; empty where the bytes tell none, or hold no H.264 */
    static Set<String> in(byte[] bytes) {
        Set<String> found = new LinkedHashSet<>();
        for (int at = 3; at + SHORTEST <= bytes.length; at++) {
            if ((bytes[at] & TYPE) == SEQUENCE_PARAMETERS
                    && PROFILES.contains(bytes[at + 1] & 0xff)
                    && (bytes[at + 2] & RESERVED) == 0) {
                int length = length(bytes, at);
                if (length >= SHORTEST && at + length <= bytes.length) {
                    found.add(shape(Arrays.copyOfRange(bytes, at, at + length)));
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

    /** Width and height; the whole set where it lists more before them than phones do. */
    private static String shape(byte[] set) {
        Bits bits = new Bits(set);
        bits.number();
        if ((set[1] & 0xff) == HIGH) {
            // Its colours, the depths of both, and two flags.
            bits.number();
            bits.number();
            bits.number();
            bits.bit();
            if (bits.bit() == 1) {
                return HexFormat.of().formatHex(set);
            }
        }
        bits.number();
        int order = bits.number();
        if (order == 0) {
            bits.number();
        } else if (order == 1) {
            return HexFormat.of().formatHex(set);
        }
        bits.number();
        bits.bit();
        return (1 + bits.number()) + "x" + (1 + bits.number());
    }

    /** Of a set, behind its profile and level, without the bytes that keep start codes out of it. */
    private static final class Bits {

        private static final int BEHIND_LEVEL = 4;

        private final byte[] bytes;
        private int at;

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

        /** As long as it is large (Exp-Golomb, 9.1). */
        int number() {
            int zeros = 0;
            while (zeros < 16 && bit() == 0) {
                zeros++;
            }
            int number = 1;
            for (int index = 0; index < zeros; index++) {
                number = number << 1 | bit();
            }
            return number - 1;
        }
    }
}
