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
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/**
 * What was earned when each follow-up round was due; a villager counts once in each class. A whole county's numbers
 * take as long with a hundred villagers as with a hundred thousand.
 */
@ApplicationScoped
public class IncomeCounts {

    /** Of a class or of villages, from the incomes themselves. */
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

    /** What is counted of a county and what changed since it was last folded; wants the county twice. */
    private static final String COUNTED =
            """
            (select kind, round, band, people, fen from income_counts where county = ?
            union all select kind, round, band, people, fen from income_changes where county = ?) as single
            """;

    /**
     * Of a whole county the same, from what is counted, as of one moment: the bands say in which of them the first
     * amount stands up to which a quarter of all are, and the index on amounts which of that band it is.
     */
    private static final String SPREAD_OF_COUNTY =
            """
            with counted as (
                select round, kind, band, sum(people)::int as people, sum(fen)::bigint as fen from %s
                where kind <> 'EARNER' group by round, kind, band having sum(people) <> 0
            ), placed as (
                select round, kind, band, sum(people) over (partition by round, kind order by band) - people as before,
                    sum(people) over (partition by round, kind order by band) as through,
                    sum(people) over (partition by round, kind) as everybody
                from counted where kind <> 'UNKNOWN'
            ), amounts as (
                select p.round, p.kind, asked.place, case when p.band < 100 then p.band else (
                    select i.fen from round_incomes i
                    where i.county = ? and i.round = p.round and i.kind = p.kind
                        and i.fen >= p.band and i.fen < p.band + income_band_width(p.band)
                    order by i.fen offset asked.rank - p.before - 1 limit 1) end as fen
                from placed p join lateral (values (1, 1), (2, (p.everybody + 3) / 4), (3, (p.everybody + 1) / 2),
                    (4, (3 * p.everybody + 3) / 4), (5, p.everybody)) as asked (place, rank)
                    on asked.rank > p.before and asked.rank <= p.through
            ), spreads as (
                select round, kind, max(fen) filter (where place = 1) as least,
                    max(fen) filter (where place = 2) as quarter, max(fen) filter (where place = 3) as median,
                    max(fen) filter (where place = 4) as three_quarters, max(fen) filter (where place = 5) as most
                from amounts group by round, kind
            )
            select c.round, c.kind, c.people, c.earning, c.sum, s.least, s.quarter, s.median, s.three_quarters, s.most
            from (select round, kind, sum(people)::int as people, sum(fen)::bigint as sum,
                    coalesce(sum(people) filter (where band > 0), 0)::int as earning
                from counted group by round, kind) as c
            left join spreads s on s.round = c.round and s.kind = c.kind
            """
                    .formatted(COUNTED);

    private static final String EARNERS =
            "select round, sum(people)::int as earners from " + COUNTED + " where kind = 'EARNER' group by round";

    /** Of the lines that are found, each as wide as a page shows it. */
    private static final String LINES =
            """
            select i.trainee, i.cohort, i.month, i.fen, p.name, c.name as class_name from (%s) as i
            join people p on p.county = i.county and p.id = i.trainee
            join cohorts c on c.county = i.county and c.id = i.cohort
            order by i.fen, i.trainee, i.cohort limit ?
            """;

    /** One page of one kind, in the order of an index, which goes on behind the last line of the page before. */
    private static final String OF_KIND =
            """
            (select i.* from round_incomes i where i.county = ?%s and i.round = ? and i.kind = '%s' and i.fen >= ?
                and (i.fen, i.trainee, i.cohort) > (?, ?, ?) order by i.fen, i.trainee, i.cohort limit ?)
            """;

    /** Of them no amount is known. */
    private static final String OF_UNKNOWN =
            """
            (select i.* from round_incomes i where i.county = ?%s and i.round = ? and i.kind = 'UNKNOWN'
                and (i.trainee, i.cohort) > (?, ?) order by i.trainee, i.cohort limit ?)
            """;

    /** As {@link IncomeAfter#earning} counts them. */
    private static final List<IncomeKind> STILL_EARNING = List.of(IncomeKind.CONFIRMED, IncomeKind.VERIFIED);

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

        public boolean isWholeCounty() {
            return cohort.isEmpty() && among.isEmpty();
        }

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
        Jdbc.Work<ResultSet, IncomeAfter.Spread> add =
                row -> found.computeIfAbsent(row.getInt("round"), round -> new EnumMap<>(IncomeKind.class))
                        .put(IncomeKind.valueOf(row.getString("kind")), spread(row));
        if (whose.isWholeCounty()) {
            reads.rows(SPREAD_OF_COUNTY, add, county.id(), county.id(), county.id());
        } else {
            reads.rows(SPREAD.formatted(whose.conditions()), add, county.id());
        }
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
        reads.rows(EARNERS, row -> earners.put(row.getInt("round"), row.getInt("earners")), county.id(), county.id());
        return new Cost(settings.moneySpent(), earners);
    }

    /**
     * Those behind one number of a round, whoever earns least first.
     *
     * @param kind empty for those who still earn
     */
    public Page<Line, Place> page(Of whose, int round, Optional<IncomeKind> kind, Optional<Place> after, int size) {
        Place last = after.orElse(FIRST);
        List<String> pages = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (IncomeKind one : kind.map(List::of).orElse(STILL_EARNING)) {
            values.addAll(List.of(county.id(), round));
            if (one == IncomeKind.UNKNOWN) {
                pages.add(OF_UNKNOWN.formatted(whose.conditions()));
            } else {
                pages.add(OF_KIND.formatted(whose.conditions(), one.name()));
                values.addAll(List.of(kind.isPresent() ? 0L : 1L, last.fen()));
            }
            values.addAll(List.of(last.trainee(), last.cohort(), size + 1));
        }
        values.add(size + 1);
        return Page.of(
                reads.rows(LINES.formatted(String.join(" union all ", pages)), IncomeCounts::line, values.toArray()),
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
