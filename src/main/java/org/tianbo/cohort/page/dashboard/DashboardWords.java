package org.tianbo.cohort.page.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.counts.StageCounts;
import org.tianbo.cohort.page.CohortMessages;
import org.tianbo.platform.web.TableDownload;

/** The texts of the county's numbers in one language, for files. */
record DashboardWords(DashboardMessages own, CohortMessages ofClasses) {

    static DashboardWords in(Locale locale) {
        return new DashboardWords(
                TableDownload.words(DashboardMessages.class, locale),
                TableDownload.words(CohortMessages.class, locale));
    }

    /** The names of all stages, in their order. */
    List<String> stages() {
        return Arrays.stream(Stage.values()).map(ofClasses::stage).toList();
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
