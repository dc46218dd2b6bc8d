package org.tianbo.cohort.cards;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.people.Cards.IssuedCard;
import org.tianbo.people.PersonView;

/** Cards on sheets of A4, ten a sheet, each as large as a bank card, with a line to cut along. */
final class CardSheet {

    /** In points, of which a millimetre has 2.835. */
    private static final double WIDE = 269;

    private static final double HIGH = 156;
    private static final double LEFT = (PdfDocument.WIDE - 2 * WIDE) / 2;
    private static final double TOP = PdfDocument.HIGH - (PdfDocument.HIGH - 5 * HIGH) / 2;
    private static final int COLUMNS = 2;
    private static final int A_SHEET = 10;

    private static final double CODE = 104;
    private static final double MARGIN = 10;
    private static final double TEXT = CODE + MARGIN + 6;
    private static final double TEXT_WIDE = WIDE - TEXT - MARGIN;
    private static final double VALUE = 48;

    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    private final PdfDocument document = new PdfDocument();
    private final URI origin;
    private final CardWords words;
    private int cards;

    CardSheet(URI origin, CardWords words) {
        this.origin = origin;
        this.words = words;
    }

    void add(IssuedCard card) {
        int place = cards++ % A_SHEET;
        if (place == 0) {
            document.page();
        }
        double left = LEFT + place % COLUMNS * WIDE;
        double bottom = TOP - (place / COLUMNS + 1) * HIGH;
        document.frame(left, bottom, WIDE, HIGH);
        PersonView holder = card.holder();
        code(CardCode.of(origin, holder.login(), holder.name()), left + MARGIN / 2, bottom + HIGH - CODE - MARGIN / 2);
        double text = left + TEXT;
        document.text(text, bottom + 138, 7.5, TEXT_WIDE, words.title());
        document.text(text, bottom + 115, 17, TEXT_WIDE, holder.name());
        document.text(text, bottom + 99, 9, TEXT_WIDE, holder.town() + " " + holder.village());
        document.text(text, bottom + 76, 9, VALUE, words.login());
        document.typed(text + VALUE, bottom + 75, 14, holder.login());
        document.text(text, bottom + 53, 9, VALUE, words.pin());
        document.typed(text + VALUE, bottom + 51, 18, card.pin());
        document.text(left + MARGIN, bottom + 27, 10, WIDE - 2 * MARGIN, words.steps());
        document.text(left + MARGIN, bottom + 12, 7.5, WIDE - 2 * MARGIN, words.lost());
    }

    byte[] pdf() {
        return document.bytes();
    }

    private void code(CardCode code, double left, double bottom) {
        double module = CODE / code.size();
        Matcher modules = MODULE.matcher(code.path());
        while (modules.find()) {
            int x = Integer.parseInt(modules.group(1));
            int y = Integer.parseInt(modules.group(2));
            document.square(left + x * module, bottom + CODE - (y + 1) * module, module);
        }
    }
}
