package org.tianbo.cohort.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tianbo.cohort.Stage;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/**
 * How long trainees take from one stage to the next. For a class, and for all of them, from what is counted. Narrowed
 * further, each of the people whom the filter leaves is read: the more they are, the longer it takes, and an age or a
 * category may leave a large part of the county.
 */
@ApplicationScoped
public class StageTimes {

    private static final String UNFOLDED =
            """
            select (one.stage - 1)::int as stage, one.days, %s::int as trainees
            from %s, unnest(days) with ordinality as one (days, stage)
            where %s and one.days is not null and one.stage > 1
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    StageTimes(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    /** One for each stage behind the first, in the order of the road. */
    public List<DaysToStage> days(CountFilter filter) {
        CountConditions conditions = CountConditions.of(filter, county.id());
        String where = conditions.sql();
        List<Object> values = new ArrayList<>(conditions.values());
        String rows;
        if (filter.isByClassAlone()) {
            rows = "select stage::int, days, trainees from stage_days where " + where + " union all "
                    + UNFOLDED.formatted("sign", "count_changes", where);
            values.addAll(conditions.values());
        } else {
            rows = UNFOLDED.formatted("1", "counted_trainees", where);
        }
        Map<Stage, SortedMap<Integer, Integer>> byStage = new EnumMap<>(Stage.class);
        reads.rows(
                "select stage, days, sum(trainees)::int as trainees from (" + rows
                        + ") as counted group by stage, days having sum(trainees) <> 0",
                row -> byStage.computeIfAbsent(Stage.values()[row.getInt("stage")], stage -> new TreeMap<>())
                        .put(row.getInt("days"), row.getInt("trainees")),
                values.toArray());
        return Arrays.stream(Stage.values())
                .skip(1)
                .map(stage -> DaysToStage.of(stage, byStage.getOrDefault(stage, new TreeMap<>())))
                .toList();
    }
}
