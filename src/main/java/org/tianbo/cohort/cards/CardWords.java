package org.tianbo.cohort.cards;

import java.util.List;

/**
 * What each card of a run says besides its holder's name, village, login and PIN.
 *
 * @param title above the name
 * @param login and {@code pin} stand before the two
 */
public record CardWords(String title, String login, String pin, String steps, String lost) {

    private static final int LINES = 5;

    String lines() {
        return String.join(
                "\n",
                List.of(title, login, pin, steps, lost).stream()
                        .map(line -> line.replaceAll("\\s+", " "))
                        .toList());
    }

    static CardWords of(String lines) {
        String[] line = lines.split("\n", LINES);
        return new CardWords(line[0], line[1], line[2], line[3], line[4]);
    }
}
