package org.tianbo.cohort.page.dashboard;

import java.math.BigDecimal;
import java.util.List;
import org.tianbo.cohort.outcome.IncomeAfter;
import org.tianbo.cohort.outcome.IncomeKind;
import org.tianbo.platform.web.TableDownload;

/**
 * What lasted as a file: a row for each round and each way in which incomes are known, money in yuan. Of few people it
 * says only how many they are.
 */
final class IncomeFile {

    private IncomeFile() {}

    static TableDownload table(List<IncomeAfter> rounds, IncomeMessages words) {
        TableDownload file = new TableDownload(
                words.title(),
                List.of(
                        words.roundTitle(),
                        words.kindTitle(),
                        words.people(),
                        words.everybody(),
                        words.earning(),
                        words.median(),
                        words.quarter(),
                        words.threeQuarters(),
                        words.least(),
                        words.most()));
        for (IncomeAfter one : rounds) {
            for (IncomeKind kind : IncomeKind.values()) {
                IncomeAfter.Spread spread = one.of(kind);
                boolean shown = spread.isShown() && kind != IncomeKind.UNKNOWN;
                file.row(
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
        return file;
    }

    private static Object yuan(boolean shown, long fen) {
        return shown ? BigDecimal.valueOf(fen, 2) : "";
    }
}
