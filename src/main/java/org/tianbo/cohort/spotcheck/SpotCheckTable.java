package org.tianbo.cohort.spotcheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The rows of samples and of calls: appended and read. */
@ApplicationScoped
class SpotCheckTable {

    /** Visits that stand and in which somebody was spoken to. */
    private static final String POPULATION =
            """
            select v.id from follow_up_visits v
            where v.county = ? and v.outcome = 'MET' and not v.withdrawn and v.counts_on between ? and ?
                and (?::uuid is null or v.cohort = ?::uuid)
                and not exists (select 1 from follow_up_visits k where k.county = v.county and k.corrects = v.id)
            """;

    private static final String ADD =
            """
            insert into spot_checks (county, id, cohort, from_day, to_day, wanted, percent, seed, population,
                population_digest, drawn_by, drawn_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?, ?)
            on conflict do nothing returning id
            """;

    private static final String ADD_VISITS =
            """
            insert into spot_check_visits (county, sample, ordinal, visit)
            select ?, ?, s.ordinal, s.visit
            from unnest(?::uuid[]) with ordinality as s(visit, ordinal)
            returning visit
            """;

    private static final String CHECKS =
            """
            select s.id, s.cohort, c.name as class_name, s.from_day, s.to_day, s.wanted, s.percent, s.seed,
                cardinality(s.population) as population, s.population_digest, s.drawn_at,
                (select p.name from people p where p.county = s.county and p.id = s.drawn_by) as drawer,
                (select count(*) from spot_check_visits x where x.county = s.county and x.sample = s.id) as drawn
            from spot_checks s left join cohorts c on c.county = s.county and c.id = s.cohort
            where s.county = ?
            """;

    private static final String DRAWN =
            """
            select s.wanted, s.percent, s.seed, s.population_digest, array_to_string(s.population, ',') as population,
                (select string_agg(x.visit::text, ',' order by x.ordinal) from spot_check_visits x
                    where x.county = s.county and x.sample = s.id) as drawn
            from spot_checks s where s.county = ? and s.id = ?
            """;

    private static final String LINES =
            """
            select x.ordinal, x.visit, v.cohort, v.trainee, v.round, p.name, p.mobile, w.town, w.name as village,
                v.visited_on, v.visited_by,
                (select o.name from people o where o.county = v.county and o.id = v.visited_by) as visitor_name
            from spot_check_visits x
            join follow_up_visits v on v.county = x.county and v.id = x.visit
            join people p on p.county = v.county and p.id = v.trainee
            left join villages w on w.county = p.county and w.id = p.village
            where x.county = ? and x.sample = ? order by x.ordinal
            """;

    private static final String CALLS =
            """
            select k.visit, k.result, k.words, k.called_at,
                (select p.name from people p where p.county = k.county and p.id = k.called_by) as caller
            from spot_check_calls k where k.county = ? and k.sample = ? order by k.id
            """;

    private static final String ADD_CALL =
            """
            insert into spot_check_calls (county, id, sample, visit, result, words, called_by, called_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final PhoneNumbers phones;
    private final CurrentCounty county;

    SpotCheckTable(CountyReads reads, CountyWrites writes, PhoneNumbers phones, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.phones = phones;
        this.county = county;
    }

    List<UUID> population(UUID cohort, LocalDate from, LocalDate to) {
        return reads.rows(POPULATION, row -> row.getObject(1, UUID.class), county.id(), from, to, cohort, cohort);
    }

    /** What is there under that id already changes nothing. */
    void add(SpotChecks.Wanted wanted, String seed, List<UUID> population, List<UUID> sample, Instant now) {
        boolean fresh = !writes.returning(
                        ADD,
                        row -> row.getObject(1),
                        county.id(),
                        wanted.id(),
                        wanted.cohort(),
                        wanted.from(),
                        wanted.to(),
                        wanted.number(),
                        wanted.percent(),
                        seed,
                        population,
                        Draw.digest(population),
                        wanted.by(),
                        now)
                .isEmpty();
        if (fresh) {
            writes.returning(ADD_VISITS, row -> row.getObject(1), county.id(), wanted.id(), sample);
        }
    }

    /** The latest first, before that one. */
    List<SpotCheck> page(Optional<UUID> before, int most) {
        String ordered = " order by s.id desc limit " + most;
        return before.isEmpty()
                ? reads.rows(CHECKS + ordered, SpotCheckTable::check, county.id())
                : reads.rows(CHECKS + " and s.id < ?" + ordered, SpotCheckTable::check, county.id(), before.get());
    }

    Optional<SpotCheck> find(UUID id) {
        return reads.rows(CHECKS + " and s.id = ?", SpotCheckTable::check, county.id(), id).stream()
                .findFirst();
    }

    List<SpotCheck.Line> lines(UUID sample, boolean mayCall) {
        record Called(UUID visit, SpotCheck.Call call) {}
        Map<UUID, List<SpotCheck.Call>> calls = reads
                .rows(CALLS, row -> new Called(row.getObject("visit", UUID.class), call(row)), county.id(), sample)
                .stream()
                .collect(Collectors.groupingBy(Called::visit, Collectors.mapping(Called::call, Collectors.toList())));
        return reads.rows(
                LINES,
                row -> line(row, calls, mayCall ? phones.open(row.getString("mobile")) : ""),
                county.id(),
                sample);
    }

    /** @return whether it is new */
    boolean addCall(UUID id, UUID sample, UUID visit, SpotCheck.Result result, String words, UUID by, Instant now) {
        return !writes.returning(
                        ADD_CALL,
                        row -> row.getObject(1),
                        county.id(),
                        id == null ? Ids.next() : id,
                        sample,
                        visit,
                        result.name(),
                        words,
                        by,
                        now)
                .isEmpty();
    }

    /** Whether the same is drawn again from what is stored. Reads the whole population. */
    boolean holds(UUID sample) {
        return reads.rows(DRAWN, SpotCheckTable::holds, county.id(), sample).stream()
                .allMatch(Boolean::booleanValue);
    }

    private static boolean holds(ResultSet row) throws SQLException {
        List<UUID> population = ids(row.getString("population"));
        List<UUID> drawn = ids(Objects.toString(row.getString("drawn"), ""));
        int size = Draw.size(row.getInt("wanted"), row.getBoolean("percent"), population.size());
        return Draw.digest(population).equals(row.getString("population_digest"))
                && Draw.sample(row.getString("seed"), population, size).equals(drawn);
    }

    private static SpotCheck check(ResultSet row) throws SQLException {
        return new SpotCheck(
                row.getObject("id", UUID.class),
                row.getObject("cohort", UUID.class),
                Objects.toString(row.getString("class_name"), ""),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getInt("wanted"),
                row.getBoolean("percent"),
                row.getString("seed"),
                row.getInt("drawn"),
                row.getInt("population"),
                row.getString("population_digest"),
                Objects.toString(row.getString("drawer"), ""),
                Jdbc.instant(row, "drawn_at"));
    }

    private static SpotCheck.Call call(ResultSet row) throws SQLException {
        return new SpotCheck.Call(
                SpotCheck.Result.valueOf(row.getString("result")),
                row.getString("words"),
                Objects.toString(row.getString("caller"), ""),
                Jdbc.instant(row, "called_at"));
    }

    private static SpotCheck.Line line(ResultSet row, Map<UUID, List<SpotCheck.Call>> calls, String mobile)
            throws SQLException {
        UUID visit = row.getObject("visit", UUID.class);
        return new SpotCheck.Line(
                row.getInt("ordinal"),
                visit,
                row.getObject("cohort", UUID.class),
                row.getObject("trainee", UUID.class),
                row.getInt("round"),
                row.getString("name"),
                Stream.of(row.getString("town"), row.getString("village"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")),
                mobile,
                row.getObject("visited_on", LocalDate.class),
                row.getObject("visited_by", UUID.class),
                Objects.toString(row.getString("visitor_name"), ""),
                calls.getOrDefault(visit, List.of()));
    }

    private static List<UUID> ids(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Stream.of(joined.split(",")).map(UUID::fromString).toList();
    }
}
