package org.tianbo.cohort.cards;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.tianbo.people.Cards.IssuedCard;
import org.tianbo.platform.web.QrCode;

/**
 * The QR of a card as an SVG path: one square a module, in a view box of {@code size} by {@code size}.
 *
 * @param address what a phone opens that scans it
 */
public record CardCode(String address, int size, String path) {

    private static final int LONGEST_GREETED = 8;

    /**
     * The name stands behind a {@code #}: the sign-in page greets by it, and no server receives it.
     *
     * @param origin the address under which phones reach this installation
     * @param name as the card prints it
     */
    public static CardCode of(URI origin, IssuedCard card) {
        QrCode code = QrCode.forPaper(text(origin, card));
        return new CardCode(address(origin, card), code.size(), code.path());
    }

    /** What the QR holds. */
    static String text(URI origin, IssuedCard card) {
        return address(origin, card) + '#' + greeted(card.holder().name());
    }

    /** The sign-in page cannot know which kind of card somebody holds: the code says so. */
    private static String address(URI origin, IssuedCard card) {
        String kind = card.pictures().isEmpty() ? "" : "/pictures";
        return origin.resolve("/card/" + card.holder().login() + kind).toString();
    }

    /**
     * Percent-encoded, as not every scanner reads more than ASCII; cut where the code would grow too fine to be
     * scanned.
     */
    private static String greeted(String name) {
        String masked = name.codePoints()
                .limit(LONGEST_GREETED)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return URLEncoder.encode(masked, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
