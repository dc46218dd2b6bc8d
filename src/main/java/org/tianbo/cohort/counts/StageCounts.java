package org.tianbo.cohort.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.progress.CountedFunnels;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/**
 * How many hold each stage. Reads what is counted and adds what changed since it was last folded, both as of one
 * moment; it takes as long with a hundred trainees in the county as with a hundred thousand.
 */
@ApplicationScoped
public class StageCounts implements CountedFunnels {

    /** Numbers of the grain as {@code stage_counts} stores it, for what it is not narrowed by. */
    private static final int ANY_VILLAGE = 4;

    private static final int ANY_AGE = 2;
    private static final int ANY_CATEGORY = 1;

    private static final String COUNTED = columns("%1$s");
    private static final String CHANGED = columns("sign * (held >> %2$d & 1)");
    private static final String CLASSES =
            "select cohort, village, age_band, category, " + COUNTED + ", gone from stage_counts where ";

    private static final String VILLAGES = "select null::uuid as cohort, village, null::smallint as age_band,"
            + " null::text as category, " + COUNTED + ", gone from village_counts where ";

    private static final String CHANGES = " union all select cohort, village, age_band, category, " + CHANGED
            + ", sign * gone::int from count_changes where ";

    private static final String SUMMED = columns("sum(%1$s)::int as %1$s");

    private final CountyReads reads;
    private final CurrentCounty county;

    StageCounts(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    /** By what the numbers are shown side by side. */
    public enum Side {
        NONE("''"),
        COHORT("cohort::text"),
        TOWN("coalesce((select v.town from villages v where v.county = ? and v.id = village), '')"),
        VILLAGE("village::text"),
        AGE("age_band::text"),
        CATEGORY("category");

        private final String key;

        Side(String key) {
            this.key = key;
        }

        private boolean isPlace() {
            return this == TOWN || this == VILLAGE;
        }

        /** Its name in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param key an id, a town's name, the number of an age band or a category, by the side asked for */
    public record Part(String key, Funnel funnel) {}

    @Override
    public Funnel ofClass(UUID cohort, Optional<List<UUID>> among) {
        return funnel(new CountFilter(
                Optional.of(cohort), Optional.empty(), Optional.empty(), among, Optional.empty(), Optional.empty()));
    }

    public Funnel funnel(CountFilter filter) {
        return by(Side.NONE, filter).stream().findFirst().map(Part::funnel).orElse(Funnel.of(0, 0, Map.of()));
    }

    /** In the order of the keys; what has nobody is absent. */
    public List<Part> by(Side side, CountFilter filter) {
        boolean ofVillages = isOfVillages(side, filter);
        String where = CountConditions.of(filter, county.id()).sql();
        String select = "select %s as key, %s, sum(gone)::int as gone from (".formatted(side.key, SUMMED)
                + (ofVillages ? VILLAGES + where : CLASSES + where + " and grain = ?") + CHANGES + where
                + ") as counted group by 1 having sum(enrolled) > 0 order by 1";
        List<Object> values = new ArrayList<>();
        if (side == Side.TOWN) {
            values.add(county.id());
        }
        List<Object> conditions = CountConditions.of(filter, county.id()).values();
        values.addAll(conditions);
        if (!ofVillages) {
            values.add(grain(side, filter));
        }
        values.addAll(conditions);
        return reads.rows(select, StageCounts::part, values.toArray());
    }

    /** Whether places alone tell the numbers apart: then each village has one row, however many classes there are. */
    private static boolean isOfVillages(Side side, CountFilter filter) {
        return side != Side.COHORT && filter.cohort().isEmpty() && grain(side, filter) == ANY_AGE + ANY_CATEGORY;
    }

    /** The coarsest that still tells apart what is asked for. */
    private static int grain(Side side, CountFilter filter) {
        boolean place = side.isPlace() || filter.narrowsPlace();
        boolean age = side == Side.AGE || filter.age().isPresent();
        boolean category = side == Side.CATEGORY || filter.category().isPresent();
        if (place) {
            return age || category ? 0 : ANY_AGE + ANY_CATEGORY;
        }
        return ANY_VILLAGE + (age ? 0 : ANY_AGE) + (category ? 0 : ANY_CATEGORY);
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(row.getString("key"), funnel(row));
    }

    /** Of a row with a column for each stage and one for those who left. */
    static Funnel funnel(ResultSet row) throws SQLException {
        Map<Stage, Integer> held = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            held.put(stage, row.getInt(column(stage)));
        }
        return Funnel.of(held.get(Stage.ENROLLED), row.getInt("gone"), held);
    }

    /** @param each with the column's name and the stage's number */
    static String columns(String each) {
        return Arrays.stream(Stage.values())
                .map(stage -> each.formatted(column(stage), stage.ordinal()))
                .collect(Collectors.joining(", "));
    }

    private static String column(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
