package org.tianbo.cohort.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** What was earned when each follow-up round was due; a villager counts once in each class. */
@ApplicationScoped
public class IncomeCounts {

    private static final String SPREAD =
            """
            select i.round, i.kind, count(*) as people, count(*) filter (where i.fen > 0) as earning,
                coalesce(sum(i.fen), 0)::bigint as sum, coalesce(min(i.fen), 0) as least,
                coalesce(percentile_disc(0.25) within group (order by i.fen), 0) as quarter,
                coalesce(percentile_disc(0.5) within group (order by i.fen), 0) as median,
                coalesce(percentile_disc(0.75) within group (order by i.fen), 0) as three_quarters,
                coalesce(max(i.fen), 0) as most
            from round_incomes i where i.county = ?%s group by i.round, i.kind
            """;

    private static final String EARNERS =
            """
            select i.round, count(distinct i.trainee)::int as earners from round_incomes i
            where i.county = ? and i.kind in ('CONFIRMED', 'VERIFIED') and i.fen > 0 group by i.round
            """;

    private static final String LINES =
            """
            select i.trainee, i.cohort, i.month, i.fen, p.name, c.name as class_name from round_incomes i
            join people p on p.county = i.county and p.id = i.trainee
            join cohorts c on c.county = i.county and c.id = i.cohort
            where i.county = ?%s and i.round = ? and %s and (coalesce(i.fen, 0), i.trainee, i.cohort) > (?, ?, ?)
            order by coalesce(i.fen, 0), i.trainee, i.cohort limit ?
            """;

    /** As {@link IncomeAfter#earning} counts them. */
    private static final String STILL_EARNING = "i.kind in ('CONFIRMED', 'VERIFIED') and i.fen > 0";

    private static final Place FIRST = new Place(-1, new UUID(0, 0), new UUID(0, 0));

    private final CohortSettings settings;
    private final CountyReads reads;
    private final CurrentCounty county;

    IncomeCounts(CohortSettings settings, CountyReads reads, CurrentCounty county) {
        this.settings = settings;
        this.reads = reads;
        this.county = county;
    }

    /**
     * Whose incomes.
     *
     * @param cohort one class; empty for all of them together
     * @param among only people of these villages; empty for the whole county
     */
    public record Of(Optional<UUID> cohort, Optional<Collection<UUID>> among) {

        /** Ids alone, no text of anybody's. */
        private String conditions() {
            String ofClass = cohort.map(id -> " and i.cohort = '" + id + "'").orElse("");
            return ofClass
                    + among.map(villages -> " and exists (select 1 from people w where w.county = i.county"
                                    + " and w.id = i.trainee and w.village::text in ('-'"
                                    + villages.stream()
                                            .map(id -> ", '" + id + "'")
                                            .collect(Collectors.joining())
                                    + "))")
                            .orElse("");
        }
    }

    /**
     * A place in a list: the last line before it.
     *
     * @param fen what that one earned; 0 where nothing is known
     */
    public record Place(long fen, UUID trainee, UUID cohort) {}

    /** @param fen null where nothing is known */
    public record Line(UUID trainee, UUID cohort, String name, String className, YearMonth month, Long fen) {

        /** The page with the orders' months and the visits. */
        public String proof() {
            return "/cohorts/" + cohort + "/trainees/" + trainee;
        }
    }

    /** All rounds, in order. */
    public List<IncomeAfter> rounds(Of whose) {
        Map<Integer, Map<IncomeKind, IncomeAfter.Spread>> found = new TreeMap<>();
        reads.rows(
                SPREAD.formatted(whose.conditions()),
                row -> found.computeIfAbsent(row.getInt("round"), round -> new EnumMap<>(IncomeKind.class))
                        .put(IncomeKind.valueOf(row.getString("kind")), spread(row)),
                county.id());
        List<IncomeAfter> rounds = new ArrayList<>();
        for (int round = 1; round <= CohortSettings.ROUNDS.size(); round++) {
            rounds.add(IncomeAfter.of(round, found.getOrDefault(round, Map.of())));
        }
        return rounds;
    }

    /**
     * What was spent for each villager of the whole county who still earned when a round was due.
     *
     * @param spentFen as the county says; 0 while it has said nothing
     * @param earners by round; whoever is in two classes is one of them
     */
    public record Cost(long spentFen, Map<Integer, Integer> earners) {

        /** Whether the county has said what it spent. */
        public boolean isKnown() {
            return spentFen > 0;
        }

        public int earners(int round) {
            return earners.getOrDefault(round, 0);
        }

        /** Fen; 0 where nobody earns. */
        public long each(int round) {
            return earners(round) == 0 ? 0 : spentFen / earners(round);
        }
    }

    public Cost cost() {
        Map<Integer, Integer> earners = new TreeMap<>();
        reads.rows(EARNERS, row -> earners.put(row.getInt("round"), row.getInt("earners")), county.id());
        return new Cost(settings.moneySpent(), earners);
    }

    /**
     * Those behind one number of a round, whoever earns least first.
     *
     * @param kind empty for those who still earn
     */
    public Page<Line, Place> page(Of whose, int round, Optional<IncomeKind> kind, Optional<Place> after, int size) {
        Place last = after.orElse(FIRST);
        return Page.of(
                reads.rows(
                        LINES.formatted(
                                whose.conditions(),
                                kind.map(one -> "i.kind = '" + one.name() + "'").orElse(STILL_EARNING)),
                        IncomeCounts::line,
                        county.id(),
                        round,
                        last.fen(),
                        last.trainee(),
                        last.cohort(),
                        size + 1),
                size,
                line -> new Place(line.fen() == null ? 0 : line.fen(), line.trainee(), line.cohort()));
    }

    private static IncomeAfter.Spread spread(ResultSet row) throws SQLException {
        return new IncomeAfter.Spread(
                row.getInt("people"),
                row.getInt("earning"),
                row.getLong("sum"),
                row.getLong("least"),
                row.getLong("quarter"),
                row.getLong("median"),
                row.getLong("three_quarters"),
                row.getLong("most"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("trainee", UUID.class),
                row.getObject("cohort", UUID.class),
                Objects.toString(row.getString("name"), ""),
                row.getString("class_name"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("fen", Long.class));
    }
}
