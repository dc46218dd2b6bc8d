package org.tianbo.practice.take;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How a phone coded the pictures of a take in H.264. Takes with the same coding are joined as they are.
 *
 * @param sequence the one set of parameters for all pictures, as ISO 8859-1 reads its bytes
 * @param picture the one set of parameters for each
 */
record PictureCoding(int width, int height, String sequence, String picture) {

    private static final int SEQUENCE_PARAMETERS = 7;

    /** Bytes in front of a sequence's own number: what it is, profile, constraints, level. */
    private static final int BEFORE_SEQUENCE_NUMBER = 4;

    private static final int BEFORE_PICTURE_NUMBER = 1;

    /** H.264 counts up to here. */
    private static final int MOST_SETS = 31;

    private static final int BASELINE = 66;
    private static final int HIGH = 100;

    /** Empty where there is more than one set of either kind. */
    static Optional<PictureCoding> of(int width, int height, Set<String> parameters) {
        Optional<String> sequence =
                parameters.stream().filter(PictureCoding::isOfSequence).findFirst();
        Optional<String> picture =
                parameters.stream().filter(unit -> !isOfSequence(unit)).findFirst();
        return parameters.size() == 2 && sequence.isPresent() && picture.isPresent()
                ? Optional.of(new PictureCoding(width, height, sequence.get(), picture.get()))
                : Optional.empty();
    }

    private static boolean isOfSequence(String unit) {
        return (unit.charAt(0) & 0x1f) == SEQUENCE_PARAMETERS;
    }

    /** How other pictures are coded to stand in one recording with these: no decoder needs to be able to do more. */
    PictureForm others() {
        int sequenceNumber = number(sequence, BEFORE_SEQUENCE_NUMBER);
        int pictureNumber = number(picture, BEFORE_PICTURE_NUMBER);
        int free = IntStream.rangeClosed(1, MOST_SETS)
                .filter(set -> set != sequenceNumber && set != pictureNumber)
                .findFirst()
                .orElseThrow();
        return new PictureForm(new OutputSize(width, height), profile(), free);
    }

    private String profile() {
        return switch (sequence.charAt(1)) {
            case BASELINE -> "baseline";
            case HIGH -> "high";
            default -> "main";
        };
    }

    /** H.264 writes n as the binary of n + 1, with as many noughts in front as follow its first digit. */
    private static int number(String unit, int fromByte) {
        int zeros = 0;
        while (bit(unit, fromByte * 8 + zeros) == 0 && zeros < MOST_SETS) {
            zeros++;
        }
        int value = 0;
        for (int at = zeros; at <= 2 * zeros; at++) {
            value = value << 1 | bit(unit, fromByte * 8 + at);
        }
        return value - 1;
    }

    /** Zero behind the end. */
    private static int bit(String unit, int at) {
        return at / 8 < unit.length() ? unit.charAt(at / 8) >> (7 - at % 8) & 1 : 0;
    }
}
