package org.tianbo.bench.people;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tianbo.bench.measure.Applications;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.Owner;
import org.tianbo.bench.measure.Results;
import org.tianbo.bench.measure.Rung;
import org.tianbo.testsupport.database.EmptyDatabase;

/**
 * The county's numbers in a province of a million trainees, of whom the asked county has one in a hundred, by turns
 * with those in a province of ten thousand, which a second application serves from a database of its own; beside
 * counting them from the milestones. And how long it takes to count everybody anew.
 */
public final class DashboardBench {

    private static final int FEW = Math.max(1_000, LargeProvince.TRAINEES / 100);
    private static final int OFFICERS = 2;
    private static final int WINDOWS = 3;
    private static final int WINDOW_SECONDS = 3;
    private static final int PLAIN_RUNS = 20;
    private static final String PLAIN_NAME = "plain group by, slowest of " + PLAIN_RUNS;

    /** A page's p99 in milliseconds, and how often its time with few trainees, as the project asks for. */
    private static final double MOST_MILLIS = 50;

    private static final double MOST_GROWTH = 1.5;
    private static final double MOST_RECOUNT_SECONDS = 300;

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
        PAGES.put(
                "what one mentor graded",
                "/dashboards/mentors/attempts?of=published&mentor=" + LargeProvince.firstMentor());
        PAGES.put("how mentors agree", "/dashboards/mentors/agreement");
        PAGES.put("how content trainees are", "/dashboards/satisfaction");
        PAGES.put("who hosted what was sold", "/stores/hosts");
        PAGES.put("the list behind what was hosted", "/stores/hosts/lines?whose=unsaid");
        PAGES.put("a class", "/cohorts/" + LargeProvince.firstClass());
        PAGES.put("villages for the map", "/dashboards/map");
        PAGES.put("counties of the province", PROVINCE);
        PAGES.put("what lasted", "/dashboards/income");
        PAGES.put("what lasted, of one class", "/dashboards/income?cohort=" + LargeProvince.firstClass());
        PAGES.put("the list behind an income", "/dashboards/income/people?round=3&kind=confirmed");
        PAGES.put("the list behind a number", "/dashboards/people?stage=certified");
        // A county of a hundred fills the page, too: of others its lists are shorter, and written sooner for that.
        PAGES.put("a full page of a list", "/dashboards/people");
    }

    /** What a dashboard without counts would ask. */
    private static final String PLAIN =
            """
            select cohort, stage, count(*) from (
                select distinct on (m.cohort, m.trainee, m.stage) m.cohort, m.stage, m.change from milestones m
                where m.county = 'fengcheng' order by m.cohort, m.trainee, m.stage, m.ordinal desc) as last
            where change = 'REACHED' group by cohort, stage
            """;

    private static final String COUNT =
            """
            insert into counted_trainees
            select one.* from cohorts c, lateral to_be_counted(c.county, c.id, (select array_agg(e.trainee)
                from enrolments e where e.county = c.county and e.cohort = c.id)) as one
            where c.county = '%1$s' on conflict do nothing
            """;

    private static final String COUNT_MONTHS =
            "select count_months(county, id, date_trunc('month', now())::date) from cohorts where county = '%1$s'";

    private static final String RECOUNT_SUMS = "select recount_class(county, id) from cohorts where county = '%1$s'";

    /** Without triggers nothing folds days and villages. */
    private static final String RECOUNT_DAYS = "select recount_county_days('%1$s'), recount_villages('%1$s')";

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

    private static final String FOLD_INCOMES = "select fold_income_changes('%1$s', 2147483647)";
    private static final String RECOUNT_INCOME_SUMS = "select recount_incomes('%1$s')";
    private static final String RECOUNT_HOSTING = "select recount_hosting('%1$s'), recount_mentor_trainees('%1$s')";
    private static final String COUNT_ANSWERS =
            "select count_satisfaction(county, id) from cohorts where county = '%1$s'";

    private final Applications applications;
    private final Calls calls;
    private final Results results;

    public DashboardBench(Applications applications, Calls calls, Results results) {
        this.applications = applications;
        this.calls = calls;
        this.results = results;
    }

    public void run(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        try (EmptyDatabase database = EmptyDatabase.make(settings, "tianbo_few");
                Applications.Second few = applications.beside(settings, "few", database.jdbcUrl());
                Connection ofFew = Owner.connection(few.settings());
                Connection ofMany = Owner.connection(settings)) {
            fill(few.settings(), ofFew, FEW);
            fill(settings, ofMany, LargeProvince.TRAINEES);
            results.add(PLAIN_NAME + " of " + FEW, plain(ofFew), "ms");
            double plain = plain(ofMany);
            results.add(PLAIN_NAME + " of " + LargeProvince.TRAINEES, plain, "ms");
            // Else the first figures would be those of machines that have compiled nothing yet.
            for (String page : PAGES.values()) {
                paces(page, few.site(), 1);
            }
            measure(few.site(), plain);
            recount(settings, ofMany);
        }
    }

    private void measure(String fewSite, double plain) throws IOException, InterruptedException {
        int slow = 0;
        int grown = 0;
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            List<Rung.Pace> paces = paces(page.getValue(), fewSite, WINDOWS);
            double few = paces.get(0).p99Millis();
            double many = paces.get(1).p99Millis();
            String name = "dashboards: " + page.getKey();
            results.add(name + " of " + FEW, paces.get(0));
            results.add(name + " of " + LargeProvince.TRAINEES, paces.get(1));
            results.add(name + ", p99 beside few trainees", many, "ms", "its own with " + FEW, few);
            results.add(name + ", p99 beside group by", many, "ms", "plain group by", plain);
            slow += many > MOST_MILLIS ? 1 : 0;
            grown += many > MOST_GROWTH * few ? 1 : 0;
        }
        results.add("dashboards over 50 ms", slow, "pages");
        results.add("dashboards over 1.5 of their time with " + FEW, grown, "pages");
    }

    /** With few trainees, and with many. */
    private List<Rung.Pace> paces(String page, String fewSite, int windows) throws IOException, InterruptedException {
        String login = page.equals(PROVINCE) ? "province1" : "officer1";
        Map<String, String> reader =
                Map.of("Authorization", "Bearer " + calls.token(login), "Accept", "text/html,*/*;q=0.5");
        return Rung.byTurns(
                Stream.of(fewSite, Applications.SITE)
                        .map(site -> new Rung.Call(site + page, OFFICERS, reader, null))
                        .toList(),
                windows,
                WINDOW_SECONDS);
    }

    private static double plain(Connection connection) throws SQLException {
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < PLAIN_RUNS; run++) {
            long begun = System.nanoTime();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(PLAIN)) {
                while (rows.next()) {
                    rows.getInt(3);
                }
            }
            times.add((System.nanoTime() - begun) / 1e6);
        }
        return Collections.max(times);
    }

    /** What they did, and what would have been counted along; past the triggers of the application. */
    private void fill(Map<String, String> settings, Connection connection, int trainees)
            throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        Owner.fill(connection, () -> {
            LargeProvince.make(settings, connection, 0, trainees);
            Owner.execute(connection, ProvinceEvents.ENDED_CLASSES);
            List<String> counties = counties(connection);
            Owner.atOnce(
                    settings,
                    counties.stream()
                            .map(county -> ProvinceEvents.of(county, 0, trainees - 1))
                            .toList());
            Owner.execute(connection, "analyze");
            Owner.atOnce(
                    settings,
                    of(
                            counties,
                            COUNT,
                            RECOUNT_SUMS,
                            RECOUNT_DAYS,
                            COUNT_MONTHS,
                            RECOUNT_INCOMES,
                            FOLD_INCOMES,
                            RECOUNT_HOSTING,
                            COUNT_ANSWERS));
        });
        requireRows(
                connection,
                "stage_counts",
                "county_stage_days",
                "village_counts",
                "income_counts",
                "hosting_counts",
                "satisfaction_counts",
                "mentor_trainees",
                "example_scores",
                "reviews");
        results.add("events of " + trainees, number(connection, ProvinceEvents.ALL), "rows");
        results.add("filling a province of " + trainees, (System.nanoTime() - begun) / 1e9, "s");
    }

    /** What the jobs of the night do, two counties at a time, without finding anything. */
    private void recount(Map<String, String> settings, Connection connection)
            throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        Owner.atOnce(
                settings,
                of(
                        counties(connection),
                        RECOUNT_SUMS,
                        RECOUNT_TRAINEES,
                        RECOUNT_DAYS,
                        RECOUNT_INCOMES,
                        RECOUNT_INCOME_SUMS,
                        RECOUNT_HOSTING,
                        COUNT_ANSWERS));
        double seconds = (System.nanoTime() - begun) / 1e9;
        results.add("counting everybody anew", seconds, "s", "the most, 5 minutes", MOST_RECOUNT_SECONDS);
    }

    /** @param statements with the county for {@code %1$s} */
    private static List<List<String>> of(List<String> counties, String... statements) {
        return counties.stream()
                .map(county -> Arrays.stream(statements)
                        .map(statement -> statement.formatted(county))
                        .toList())
                .toList();
    }

    private static long number(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
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
}
