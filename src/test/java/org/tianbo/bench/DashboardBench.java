package org.tianbo.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The county's numbers in a province of ten thousand trainees and then of a million, of whom the asked county has one
 * in a hundred, beside counting them from the milestones; and how long it takes to count everybody anew.
 */
final class DashboardBench {

    private static final int FEW = Math.max(1_000, LargeProvince.TRAINEES / 100);
    private static final int OFFICERS = 2;
    private static final int MOST_WINDOWS = 2;
    private static final int WINDOW_SECONDS = 3;
    private static final int PLAIN_RUNS = 20;

    private static final String PROVINCE = "/province";
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("funnel and classes", "/dashboards");
        PAGES.put("by village", "/dashboards?by=village");
        PAGES.put("by age, of one category", "/dashboards?by=age&category=a");
        PAGES.put("one town by category", "/dashboards?by=category&place=%E9%95%871");
        PAGES.put("days between stages", "/dashboards/times");
        PAGES.put("days, of one age", "/dashboards/times?age=40-49");
        PAGES.put("months", "/dashboards/months");
        PAGES.put("mentors", "/dashboards/mentors");
        PAGES.put("villages for the map", "/dashboards/map");
        PAGES.put("counties of the province", PROVINCE);
        PAGES.put("what lasted", "/dashboards/income");
        PAGES.put("the list behind an income", "/dashboards/income/people?round=3&kind=confirmed");
        PAGES.put("the list behind a number", "/dashboards/people?stage=certified");
    }

    /** What a dashboard without counts would ask. */
    private static final String PLAIN =
            """
            select cohort, stage, count(*) from (
                select distinct on (m.cohort, m.trainee, m.stage) m.cohort, m.stage, m.change from milestones m
                where m.county = 'fengcheng' order by m.cohort, m.trainee, m.stage, m.ordinal desc) as last
            where change = 'REACHED' group by cohort, stage
            """;

    private static final int PROCESSORS = 2;

    private static final String RECOUNT_SUMS = "select recount_class(county, id) from cohorts where county = '%1$s'";

    /** Without triggers nothing folds days. */
    private static final String RECOUNT_DAYS = "select recount_county_days('%1$s')";

    private static final String RECOUNT_TRAINEES =
            """
            select count_trainees(c.county, c.id, (select array_agg(e.trainee)
                from enrolments e where e.county = c.county and e.cohort = c.id))
            from cohorts c where c.county = '%1$s'
            """;

    /** A class that ended more than a year ago has all its rounds behind it. */
    private static final String RECOUNT_INCOMES =
            """
            select count_incomes(c.county, c.id, (select array_agg(e.trainee)
                from enrolments e where e.county = c.county and e.cohort = c.id),
                (select jsonb_agg(jsonb_build_object('round', r.round, 'month',
                        (date_trunc('month', c.ends_on + r.months * interval '1 month') - interval '1 month')::date))
                    from (values (1, 3), (2, 6), (3, 12)) as r (round, months)))
            from cohorts c where c.county = '%1$s' and c.ends_on < current_date - 366
            """;

    private final String site;
    private final Calls calls;
    private final Results results;
    private final Map<String, Double> withFew = new TreeMap<>();

    DashboardBench(String site, Calls calls, Results results) {
        this.site = site;
        this.calls = calls;
        this.results = results;
    }

    void run(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        try (Connection connection = owner(settings)) {
            fill(settings, connection, 0, FEW);
            measure(connection, FEW);
            fill(settings, connection, FEW, LargeProvince.TRAINEES);
            measure(connection, LargeProvince.TRAINEES);
            recount(settings, connection);
        }
    }

    private void measure(Connection connection, int trainees) throws IOException, InterruptedException, SQLException {
        String of = " of " + trainees;
        Map<String, String> officer = as("officer1");
        Map<String, String> ofTheProvince = as("province1");
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            Rung.Pace pace = Rung.of(
                    new Rung.Call(
                            site + page.getValue(),
                            OFFICERS,
                            page.getValue().equals(PROVINCE) ? ofTheProvince : officer,
                            null),
                    MOST_WINDOWS,
                    WINDOW_SECONDS);
            String name = "dashboards: " + page.getKey() + of;
            results.add(name, pace);
            Double few = withFew.putIfAbsent(page.getKey(), pace.p99Millis());
            if (few != null) {
                results.add(name + ", p99 again", pace.p99Millis(), "ms", "with " + FEW, few);
            }
        }
        List<Double> plain = new ArrayList<>();
        for (int run = 0; run < PLAIN_RUNS; run++) {
            long begun = System.nanoTime();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(PLAIN)) {
                while (rows.next()) {
                    rows.getInt(3);
                }
            }
            plain.add((System.nanoTime() - begun) / 1e6);
        }
        plain.sort(null);
        results.add("plain group by" + of + ", slowest of " + PLAIN_RUNS, plain.get(PLAIN_RUNS - 1), "ms");
    }

    private Map<String, String> as(String login) throws IOException, InterruptedException {
        return Map.of("Authorization", "Bearer " + calls.token(login), "Accept", "text/html,*/*;q=0.5");
    }

    /** Their milestones, and what would have been counted along; past the triggers of the application. */
    private void fill(Map<String, String> settings, Connection connection, int from, int trainees) throws SQLException {
        long begun = System.nanoTime();
        LargeProvince.make(settings, trainees);
        execute(
                connection,
                """
                update people set birth_year = 1945 + get_byte(uuid_send(id), 4) % 60,
                    category = (array['a', 'b', 'c', 'd'])[1 + get_byte(uuid_send(id), 5) % 4]
                where login like 'province-%' and birth_year is null
                """);
        execute(
                connection,
                """
                insert into milestones (county, id, cohort, trainee, stage, ordinal, change, at, recorded_at,
                    evidence_kind, evidence_ref)
                select e.county, gen_random_uuid(), e.cohort, e.trainee, s.stage, 1, 'REACHED',
                    e.enrolled_at + (s.n * 9 + get_byte(uuid_send(e.trainee), 6) % 9) * interval '1 day',
                    e.enrolled_at + (s.n * 9 + 9) * interval '1 day', 'NOTE', ''
                from enrolments e, unnest(array['ENROLLED','LEARNING','PRACTISING','GRADED','READY','CERTIFIED'])
                    with ordinality as s (stage, n)
                where s.n <= case e.stage
                        when 'ENROLLED' then 1 when 'LEARNING' then 2 when 'PRACTISING' then 3 else 6 end
                    and not exists (select 1 from counted_trainees c where c.county = e.county
                        and c.cohort = e.cohort and c.trainee = e.trainee)
                on conflict do nothing
                """);
        execute(connection, "analyze milestones");
        execute(connection, "analyze enrolments");
        long events = ProvinceEvents.make(connection, from, trainees - 1);
        results.add("events of " + trainees, events, "rows");
        inEachCounty(
                settings,
                connection,
                """
                insert into counted_trainees
                select one.* from cohorts c, lateral to_be_counted(c.county, c.id, (select array_agg(e.trainee)
                    from enrolments e where e.county = c.county and e.cohort = c.id)) as one
                where c.county = '%1$s' on conflict do nothing
                """,
                RECOUNT_SUMS,
                RECOUNT_DAYS,
                "select count_months(county, id, date_trunc('month', now())::date) from cohorts where county = '%1$s'",
                RECOUNT_INCOMES);
        execute(connection, "analyze");
        requireRows(connection, "stage_counts", "county_stage_days", "round_incomes");
        results.add("filling a province of " + trainees, (System.nanoTime() - begun) / 1e9, "s");
    }

    /** What the jobs of the night do, two counties at a time, without finding anything. */
    private void recount(Map<String, String> settings, Connection connection) throws SQLException {
        long begun = System.nanoTime();
        inEachCounty(settings, connection, RECOUNT_SUMS, RECOUNT_TRAINEES, RECOUNT_DAYS, RECOUNT_INCOMES);
        results.add("counting everybody anew", (System.nanoTime() - begun) / 1e9, "s");
    }

    /** @param statements with the county for {@code %1$s} */
    private static void inEachCounty(Map<String, String> settings, Connection connection, String... statements)
            throws SQLException {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(counties(connection));
        Callable<Void> work = () -> {
            try (Connection own = owner(settings)) {
                for (String county = waiting.poll(); county != null; county = waiting.poll()) {
                    for (String statement : statements) {
                        execute(own, statement.formatted(county));
                    }
                }
            }
            return null;
        };
        ExecutorService processors = Executors.newFixedThreadPool(PROCESSORS);
        try {
            for (Future<Void> one : processors.invokeAll(Collections.nCopies(PROCESSORS, work))) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new SQLException("A county could not be counted", failed);
        } finally {
            processors.shutdownNow();
        }
    }

    private static Connection owner(Map<String, String> settings) throws SQLException {
        String owner = settings.get("quarkus.flyway.username");
        Connection connection = DriverManager.getConnection(settings.get("quarkus.flyway.jdbc-url"), owner, owner);
        execute(connection, "set tianbo.county = '*'");
        execute(connection, "set session_replication_role = replica");
        execute(connection, "set synchronous_commit = off");
        return connection;
    }

    private static List<String> counties(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from counties order by id")) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    /** What is read from an empty table is no measure. */
    private static void requireRows(Connection connection, String... tables) throws SQLException {
        for (String table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select from " + table + " limit 1")) {
                if (!rows.next()) {
                    throw new IllegalStateException("Nothing is counted in " + table);
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
