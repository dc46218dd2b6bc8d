package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import org.tianbo.cohort.counts.StageCounts;
import org.tianbo.cohort.page.CohortMessages;

/** The texts of the county's numbers in one language, for files. */
record DashboardWords(DashboardMessages own, CohortMessages ofClasses) {

    static DashboardWords in(Locale locale) {
        Localized language = Localized.Literal.of(locale.getLanguage());
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                ? new DashboardWords(
                        MessageBundles.get(DashboardMessages.class, language),
                        MessageBundles.get(CohortMessages.class, language))
                : new DashboardWords(
                        MessageBundles.get(DashboardMessages.class), MessageBundles.get(CohortMessages.class));
    }

    String name(StageCounts.Side side, SideBySide.Row row) {
        if (row.band().isPresent()) {
            return own.band(row.band().get());
        }
        if (!row.words().isEmpty()) {
            return row.words();
        }
        return side == StageCounts.Side.CATEGORY ? own.noCategory() : own.noPlace();
    }
}
