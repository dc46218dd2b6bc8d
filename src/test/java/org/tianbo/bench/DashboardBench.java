package org.tianbo.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The county's numbers in a province of ten thousand trainees and then of a million, of whom the asked county has one
 * in a hundred, beside counting them from the milestones; and how long it takes to count everybody anew.
 */
final class DashboardBench {

    private static final int FEW = 10_000;
    private static final int OFFICERS = 2;
    private static final int MOST_WINDOWS = 3;
    private static final int PLAIN_RUNS = 20;

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
        String owner = settings.get("quarkus.flyway.username");
        try (Connection connection =
                DriverManager.getConnection(settings.get("quarkus.flyway.jdbc-url"), owner, owner)) {
            fill(settings, connection, FEW);
            measure(connection, FEW);
            fill(settings, connection, LargeProvince.TRAINEES);
            measure(connection, LargeProvince.TRAINEES);
            recount(connection);
        }
    }

    private void measure(Connection connection, int trainees) throws IOException, InterruptedException, SQLException {
        String of = " of " + trainees;
        Map<String, String> officer =
                Map.of("Authorization", "Bearer " + calls.token("officer1"), "Accept", "text/html,*/*;q=0.5");
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            Rung.Pace pace = Rung.of(new Rung.Call(site + page.getValue(), OFFICERS, officer, null), MOST_WINDOWS);
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

    /** Their milestones, and what would have been counted along; past the triggers of the application. */
    private void fill(Map<String, String> settings, Connection connection, int trainees) throws SQLException {
        long begun = System.nanoTime();
        LargeProvince.make(settings, trainees);
        execute(connection, "set tianbo.county = '*'");
        execute(connection, "set session_replication_role = replica");
        execute(connection, "set synchronous_commit = off");
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
        for (String county : counties(connection)) {
            execute(
                    connection,
                    """
                    insert into counted_trainees
                    select one.* from cohorts c, lateral to_be_counted(c.county, c.id, (select array_agg(e.trainee)
                        from enrolments e where e.county = c.county and e.cohort = c.id)) as one
                    where c.county = '%s' on conflict do nothing
                    """
                            .formatted(county));
            execute(connection, "select recount_class(county, id) from cohorts where county = '" + county + "'");
            execute(
                    connection,
                    "select count_months(county, id, date_trunc('month', now())::date) from cohorts where county = '"
                            + county + "'");
        }
        execute(connection, "analyze");
        results.add("filling a province of " + trainees, (System.nanoTime() - begun) / 1e9, "s");
    }

    /** What the nightly job does, without finding anything. */
    private void recount(Connection connection) throws SQLException {
        long begun = System.nanoTime();
        for (String county : counties(connection)) {
            execute(connection, "select recount_class(county, id) from cohorts where county = '" + county + "'");
            execute(
                    connection,
                    """
                    select count_trainees(c.county, c.id, (select array_agg(e.trainee)
                        from enrolments e where e.county = c.county and e.cohort = c.id))
                    from cohorts c where c.county = '%s'
                    """
                            .formatted(county));
        }
        results.add("counting everybody anew", (System.nanoTime() - begun) / 1e9, "s");
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

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
