package org.tianbo.ledger;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Money as people type it. */
public final class Yuan {

    private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,12}(\\.\\d{1,2})?");

    private Yuan() {}

    /**
     * In fen. Written with digits alone: of {@code 1e600000000} the digits would be computed for minutes.
     *
     * @param typed in yuan; commas may stand in it
     * @throws NumberFormatException for anything else
     */
    public static long fen(String typed) {
        String yuan = typed.replace(",", "");
        if (!WRITTEN.matcher(yuan).matches()) {
            throw new NumberFormatException(typed);
        }
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
