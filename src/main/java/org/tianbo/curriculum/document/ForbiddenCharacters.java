package org.tianbo.curriculum.document;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What no text of a lesson may hold: characters that are not to be seen, some of which part pages on their way to a
 * phone, and what stands for the reader in a page that is rendered for many.
 */
public final class ForbiddenCharacters {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|[\uE000\uE001]");

    /** As {@code SignedIn.PLACEHOLDERS} has it; the build, which checks content, knows nobody who signs in. */
    private static final String READER = "00000000-0000-7000-8000-00000000001d";

    private ForbiddenCharacters() {}

    public static boolean in(String text) {
        return CONTROL.matcher(text).find() || text.contains(READER);
    }

    /** @return from 1; 0 for a text that holds none */
    public static int line(String text) {
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            if (in(lines.get(index))) {
                return index + 1;
            }
        }
        return 0;
    }
}
