package org.tianbo.store.orderfile;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of money as exports write them, in whole fen. */
public final class MoneyParser {

    private static final Pattern AMOUNT = Pattern.compile("¥?((?:\\d{1,3}(?:,\\d{3})+|\\d{1,12})(?:\\.\\d{1,6})?)元?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");

    private MoneyParser() {}

    /**
     * {@code ¥1,280.00} is 128000. Empty for words, for negative amounts, for commas that do not part thousands and for
     * fractions of a fen: none of them is rounded or guessed at.
     */
    public static OptionalLong parse(String text) {
        String halfWidth = Normalizer.normalize(text, Normalizer.Form.NFKC);
        Matcher amount = AMOUNT.matcher(BLANKS.matcher(halfWidth).replaceAll(""));
        if (!amount.matches()) {
            return OptionalLong.empty();
        }
        BigDecimal fen = new BigDecimal(amount.group(1).replace(",", ""))
                .movePointRight(2)
                .stripTrailingZeros();
        return fen.scale() <= 0 && fen.precision() - fen.scale() <= 15
                ? OptionalLong.of(fen.longValueExact())
                : OptionalLong.empty();
    }
}
