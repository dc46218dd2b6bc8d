package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.tianbo.cohort.income.IncomeAfter;
import org.tianbo.cohort.income.IncomeKind;
import org.tianbo.platform.table.csv.CsvSheet;

/**
 * What lasted as a file: a row for each round and each way in which incomes are known, money in yuan. Of few people it
 * says only how many they are.
 */
final class IncomeFile {

    private IncomeFile() {}

    static IncomeMessages words(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                ? MessageBundles.get(IncomeMessages.class, Localized.Literal.of(locale.getLanguage()))
                : MessageBundles.get(IncomeMessages.class);
    }

    static String text(List<IncomeAfter> rounds, IncomeMessages words) {
        CsvSheet sheet = new CsvSheet(
                words.roundTitle(),
                words.kindTitle(),
                words.people(),
                words.everybody(),
                words.earning(),
                words.median(),
                words.quarter(),
                words.threeQuarters(),
                words.least(),
                words.most());
        for (IncomeAfter one : rounds) {
            for (IncomeKind kind : IncomeKind.values()) {
                IncomeAfter.Spread spread = one.of(kind);
                boolean shown = spread.isShown() && kind != IncomeKind.UNKNOWN;
                sheet.row(
                        one.round(),
                        words.kind(kind),
                        spread.people(),
                        one.everybody(),
                        spread.isShown() ? spread.earning() : "",
                        yuan(shown, spread.median()),
                        yuan(shown, spread.quarter()),
                        yuan(shown, spread.threeQuarters()),
                        yuan(shown, spread.least()),
                        yuan(shown, spread.most()));
            }
        }
        return sheet.text();
    }

    private static Object yuan(boolean shown, long fen) {
        return shown ? BigDecimal.valueOf(fen, 2) : "";
    }
}
