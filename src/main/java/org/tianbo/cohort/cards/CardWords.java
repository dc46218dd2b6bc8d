package org.tianbo.cohort.cards;

import java.util.List;

/**
 * What each card of a run says besides its holder's name, village, login and PIN.
 *
 * @param title above the name
 * @param login and {@code pin} stand before the two
 * @param pictures and {@code pictureSteps} take the place of {@code pin} and {@code steps} on a card of pictures
 */
public record CardWords(
        String title, String login, String pin, String steps, String lost, String pictures, String pictureSteps) {

    private static final int LINES = 7;

    String lines() {
        return String.join(
                "\n",
                List.of(title, login, pin, steps, lost, pictures, pictureSteps).stream()
                        .map(line -> line.replaceAll("\\s+", " "))
                        .toList());
    }

    static CardWords of(String lines) {
        String[] line = lines.split("\n", LINES);
        // A run that an earlier version began has digits alone.
        boolean digits = line.length < LINES;
        return new CardWords(
                line[0], line[1], line[2], line[3], line[4], digits ? line[2] : line[5], digits ? line[3] : line[6]);
    }
}
