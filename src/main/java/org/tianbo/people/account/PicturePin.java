package org.tianbo.people.account;

import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * Three pictures of a card, in their order, as the password that Keycloak holds: {@code pic-07-13-22}. One mechanism
 * for both kinds of cards: this is a PIN in another alphabet. {@code META-INF/resources/pictures.svg} draws them.
 */
final class PicturePin {

    /** 24 x 24 x 24 are 13,824; all three alike are tried first and never given out. */
    private static final int PICTURES = 24;

    private PicturePin() {}

    /** @param random a number from zero up to, and without, the one given; not to be foreseen */
    static String draw(IntUnaryOperator random) {
        int first;
        int second;
        int third;
        do {
            first = 1 + random.applyAsInt(PICTURES);
            second = 1 + random.applyAsInt(PICTURES);
            third = 1 + random.applyAsInt(PICTURES);
        } while (first == second && second == third);
        return String.format(Locale.ROOT, "pic-%02d-%02d-%02d", first, second, third);
    }
}
