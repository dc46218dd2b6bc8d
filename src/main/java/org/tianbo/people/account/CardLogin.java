package org.tianbo.people.account;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The opaque name on a card: says nothing about its holder, and can be read out over the phone. */
public final class CardLogin {

    /** Without o, l and i, which look like digits on a printed card. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

    /** The same, and the digits without 0 and 1, which look like letters. */
    private static final String CHARACTERS = "23456789" + LETTERS;

    private static final int LENGTH = 6;

    private static final Pattern LIKE_A_PIN = Pattern.compile("\\d{6}");

    private CardLogin() {}

    /** Begins with a letter: six digits would be taken for the PIN beside it. */
    public static String draw(RandomGenerator random) {
        StringBuilder login = new StringBuilder(LENGTH);
        login.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        random.ints(LENGTH - 1, 0, CHARACTERS.length())
                .forEach(character -> login.append(CHARACTERS.charAt(character)));
        return login.toString();
    }

    /** Whether the login, drawn before they began with letters, would be taken for a PIN. */
    static boolean looksLikePin(String login) {
        return LIKE_A_PIN.matcher(login).matches();
    }
}
