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
 * How long trainees take from one stage to the next. Of a class, of the whole county, and of an age or a category of
 * it, from what is counted: as many rows as there are days, however many people there are. Of villages, and of a part
 * of a class, each of the people is read; there are not many of them.
 */
@ApplicationScoped
public class StageTimes {

    private static final String COUNTED = "select stage::int, days, trainees from %s where %s union all ";

    private static final String UNFOLDED =
            """
            select (one.stage - 1)::int as stage, one.days, %s::int as trainees
            from %s, unnest(days) with ordinality as one (days, stage)
            where %s and one.days is not null and one.stage > 1
            """;

    private static final int GRAIN_ANY_AGE = 2;
    private static final int GRAIN_ANY_CATEGORY = 1;

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
        if (filter.isOfWholeCounty()) {
            rows = COUNTED.formatted("county_stage_days", "grain = " + grain(filter) + " and " + where)
                    + UNFOLDED.formatted("sign", "count_changes", where);
            values.addAll(conditions.values());
        } else if (filter.isByClassAlone()) {
            rows = COUNTED.formatted("stage_days", where) + UNFOLDED.formatted("sign", "count_changes", where);
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

    /** By what the rows of {@code county_stage_days} are narrowed that answer the filter. */
    private static int grain(CountFilter filter) {
        return (filter.age().isPresent() ? 0 : GRAIN_ANY_AGE)
                + (filter.category().isPresent() ? 0 : GRAIN_ANY_CATEGORY);
    }
}
