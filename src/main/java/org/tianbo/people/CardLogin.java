package org.tianbo.people;

import java.util.random.RandomGenerator;

/** The opaque name on a card: says nothing about its holder, and can be read out over the phone. */
final class CardLogin {

    /** Without 0 and o, 1 and l and i, which look alike on a printed card. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int LENGTH = 6;

    private CardLogin() {}

    static String draw(RandomGenerator random) {
        StringBuilder login = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, LETTERS.length()).forEach(letter -> login.append(LETTERS.charAt(letter)));
        return login.toString();
    }
}
