package org.tianbo.cohort.cards;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.tianbo.people.Cards.IssuedCard;

/**
 * A card as it is printed: as large as a bank card, the code on the left and {@value #BESIDE_CODE} points of text
 * beside it.
 *
 * @param code what its QR holds
 * @param place town and village
 * @param pictures instead of the PIN; none on a card of digits
 */
public record PrintedCard(String code, Line name, Line place, String login, String pin, List<String> pictures) {

    private static final int BESIDE_CODE = 138;
    private static final double NAME = 17;
    private static final double PLACE = 9;

    /** About as wide as a letter of Helvetica, of its height; a Chinese character is as wide as it is high. */
    private static final double LETTER = 0.56;

    /**
     * A line of text, as high as it may be unless it would be wider than it may.
     *
     * @param size in points
     */
    public record Line(String text, String size) {

        static Line of(String text, double high, double widest) {
            double ems = text.codePoints()
                    .mapToDouble(one -> one >= ' ' && one <= '~' ? LETTER : 1)
                    .sum();
            return new Line(text, String.format(Locale.ROOT, "%.1f", Math.min(high, widest / Math.max(1, ems))));
        }
    }

    static PrintedCard of(URI origin, IssuedCard card) {
        return new PrintedCard(
                CardCode.text(origin, card),
                Line.of(card.holder().name(), NAME, BESIDE_CODE),
                Line.of(card.holder().town() + " " + card.holder().village(), PLACE, BESIDE_CODE),
                card.holder().login(),
                card.pin(),
                card.pictures());
    }
}
