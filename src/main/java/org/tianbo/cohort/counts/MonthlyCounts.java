package org.tianbo.cohort.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** How the county's classes stood when each of the last months ended, as it was known then. */
@ApplicationScoped
public class MonthlyCounts {

    private static final int MOST_MONTHS = 24;

    private static final String SUMS = StageCounts.columns("sum(%1$s)::int as %1$s");

    private final CountyReads reads;
    private final CurrentCounty county;

    MonthlyCounts(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    public record MonthEnd(YearMonth month, Funnel funnel) {}

    /**
     * The last two years at most, the earliest first.
     *
     * @param cohort one class; empty for all of them together
     */
    public List<MonthEnd> months(Optional<UUID> cohort) {
        List<Object> values = new ArrayList<>(List.of(county.id()));
        cohort.ifPresent(values::add);
        List<MonthEnd> latestFirst = new ArrayList<>(reads.rows(
                "select month, " + SUMS + ", sum(gone)::int as gone from stage_months where county = ?"
                        + (cohort.isPresent() ? " and cohort = ?" : "") + " group by month order by month desc limit "
                        + MOST_MONTHS,
                row -> new MonthEnd(YearMonth.from(row.getObject("month", LocalDate.class)), StageCounts.funnel(row)),
                values.toArray()));
        Collections.reverse(latestFirst);
        return latestFirst;
    }
}
