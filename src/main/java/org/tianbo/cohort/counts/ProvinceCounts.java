package org.tianbo.cohort.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The counties of a province beside each other, as numbers alone: nobody is read who is counted in them. */
@ApplicationScoped
public class ProvinceCounts {

    /** A smaller number of people could tell who they are. */
    public static final int FEWEST = 5;

    private static final String COUNTIES = "select c.id, c.name_zh, c.name_en, "
            + StageCounts.columns("coalesce(sum(x.%1$s), 0)::int as %1$s")
            + ", coalesce(sum(x.gone), 0)::int as gone from counties c left join lateral (select "
            + StageCounts.columns("s.%1$s") + ", s.gone from stage_counts s where s.county = c.id and s.grain = 7"
            + " union all select " + StageCounts.columns("y.sign * (y.held >> %2$d & 1)")
            + ", y.sign * y.gone::int from count_changes y where y.county = c.id) as x on true"
            + " where left(c.code, 2) = (select left(own.code, 2) from counties own where own.id = ?)"
            + " group by c.id order by c.code";

    private final CountyReads reads;
    private final CurrentCounty county;

    ProvinceCounts(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    /** @param id of the county */
    public record CountyFunnel(String id, String nameZh, String nameEn, Funnel funnel) {}

    /** Those whose code begins as that of the reader's own county does, by their codes; none while it has no code. */
    public List<CountyFunnel> counties() {
        String own = county.id();
        return county.as(CurrentCounty.ROOT, () -> reads.rows(COUNTIES, ProvinceCounts::county, own));
    }

    /** Whether so many people may be shown to whoever does not know them. */
    public static boolean isShown(int people) {
        return people == 0 || people >= FEWEST;
    }

    private static CountyFunnel county(ResultSet row) throws SQLException {
        return new CountyFunnel(
                row.getString("id"), row.getString("name_zh"), row.getString("name_en"), StageCounts.funnel(row));
    }
}
