package org.tianbo.store.income;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.util.Locale;

/** Money as templates show it: {@code {month.netFen.yuan}} is 1,280.50. */
@TemplateExtension
public final class MoneyFormat {

    private MoneyFormat() {}

    public static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    /** Without the fen, for where there is little room. */
    public static String wholeYuan(long fen) {
        return String.format(Locale.ROOT, "%,d", Math.round(fen / 100.0));
    }
}
