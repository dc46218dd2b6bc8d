package org.tianbo.testsupport;

import java.util.Random;
import java.util.function.Consumer;

/** Input made by chance, and the same in every run: a failure names the seed it came from. */
public final class SeededRandom {

    private static final int TIMES = 1000;

    private SeededRandom() {}

    /** Runs a check with a thousand seeds. */
    public static void aThousandTimes(Consumer<Random> check) {
        for (int seed = 0; seed < TIMES; seed++) {
            try {
                check.accept(new Random(seed));
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("With seed " + seed + ": " + failed.getMessage(), failed);
            }
        }
    }

    /** Up to so many bytes of any value. */
    public static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Text of any characters: half of it of those that numbers and Chinese words are written with. */
    public static String text(Random random) {
        return random.ints(random.nextInt(40), 0, Character.MAX_VALUE + 1)
                .map(any -> random.nextBoolean() ? any : "0123456789 -+.,¥元，１０１".codePointAt(any % 19))
                .collect(StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                .toString();
    }
}
