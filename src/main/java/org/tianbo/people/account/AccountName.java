package org.tianbo.people.account;

import java.util.Set;

/**
 * The form of a name that Keycloak keeps. It refuses brackets, stars and the like in names, and our realm more than 100
 * characters of any; the real name stays with us, for cards and pages.
 */
final class AccountName {

    private static final int LONGEST = 100;

    /** Keycloak's {@code person-name-prohibited-characters}, without its control characters. */
    private static final String REFUSED = "<>&\"$%!#?§;*~/\\|^=[]{}()";

    /** From an ASCII character to the full-width one that looks like it. */
    private static final int TO_FULL_WIDTH = 0xFEE0;

    /** Half of a character, and the line ends that are no control characters. */
    private static final Set<Integer> BLANKS =
            Set.of((int) Character.SURROGATE, (int) Character.LINE_SEPARATOR, (int) Character.PARAGRAPH_SEPARATOR);

    private AccountName() {}

    /**
     * @param login what the account is called when nothing of the name can be kept
     * @return the name with full-width signs in the place of refused ones, without control characters, cut to what fits
     */
    static String of(String name, String login) {
        StringBuilder safe = new StringBuilder();
        name.codePoints().map(AccountName::accepted).forEach(character -> {
            if (safe.length() + Character.charCount(character) <= LONGEST) {
                safe.appendCodePoint(character);
            }
        });
        String stripped = safe.toString().strip();
        return stripped.isEmpty() ? login : stripped;
    }

    private static int accepted(int character) {
        if (Character.isISOControl(character) || BLANKS.contains(Character.getType(character))) {
            return ' ';
        }
        if (REFUSED.indexOf(character) < 0) {
            return character;
        }
        return character < 0x7F ? character + TO_FULL_WIDTH : ' ';
    }
}
