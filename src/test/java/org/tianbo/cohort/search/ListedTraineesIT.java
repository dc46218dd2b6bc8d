package org.tianbo.cohort.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;

/** The table in which people are found says what people and enrolments say. Needs PostgreSQL, which keeps it. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ListedTraineesIT {

    private static final String COUNTY = "listed-county";
    private static final int PEOPLE = 12;
    private static final int CLASSES = 3;
    private static final int CHANGES = 150;

    /** What must be there, told in another way than the table's own. */
    private static final String RIGHT =
            """
            select p.id || ' ' || lower(p.name) || ' ' || p.reading || ' ' || coalesce(reverse(p.mobile), '-') || ' '
                || coalesce(p.village::text, '-') || ' ' || e.cohort || ' ' || e.stage || ' ' || e.last_active_at || ' '
                || coalesce(e.left_at::text, '-')
            from people p join enrolments e on e.county = p.county and e.trainee = p.id
            where p.county = '%1$s' and not exists (select 1 from enrolments o where o.county = e.county
                and o.trainee = e.trainee and (o.left_at is null, o.id) > (e.left_at is null, e.id))
            order by p.id
            """
                    .formatted(COUNTY);

    private static final String LISTED =
            """
            select person || ' ' || name || ' ' || reading || ' ' || coalesce(phone_end, '-') || ' '
                || coalesce(village::text, '-') || ' ' || cohort || ' ' || stage || ' ' || last_active_at || ' '
                || coalesce(left_at::text, '-')
            from listed_trainees where county = '%s' order by person
            """
                    .formatted(COUNTY);

    @Inject
    ListedTrainees check;

    @Inject
    CurrentCounty county;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void aCountyOfTheTestsOwn() throws SQLException {
        owner("insert into counties values ('%s', '名县', 'Listed') on conflict do nothing".formatted(COUNTY));
        for (int number = 1; number <= CLASSES; number++) {
            owner("insert into cohorts (county, id, name, starts_on, ends_on, opened_at) values ('%s', '%s', 'c %d',"
                            .formatted(COUNTY, cohort(number), number)
                    + " '2026-01-01', '2026-02-01', now())");
        }
        owner("insert into villages (county, id, town, name) values ('%s', '%s', 'town', 'village')"
                .formatted(COUNTY, new UUID(8, 1)));
        owner(("insert into people (county, id, login, name, created_at) select '%s', lpad(to_hex(n), 32, '0')::uuid,"
                        + " 'listed-' || n, 'Name ' || n, now() from generate_series(1, %d) n")
                .formatted(COUNTY, PEOPLE));
    }

    @AfterEach
    void remove() throws SQLException {
        try (Connection owner = DatabaseOwner.connection()) {
            DatabaseOwner.removeCounty(owner, COUNTY);
        }
        assertThat(rows(LISTED)).isEmpty();
    }

    @Test
    void whateverChangesInWhateverOrderTheListSaysTheSame() throws SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> changes = new ArrayList<>();
        for (int change = 0; change < CHANGES; change++) {
            changes.add(change(random));
        }
        for (String change : changes) {
            owner(change);
        }
        assertThat(rows(LISTED)).as("seed %d", seed).isEqualTo(rows(RIGHT)).isNotEmpty();

        double before = differences();
        run();
        assertThat(differences()).isEqualTo(before);
    }

    @Test
    void whatDiffersIsCountedAndPutRight() throws SQLException {
        owner(("insert into enrolments (county, id, cohort, trainee, consent, enrolled_at) select '%s',"
                        + " gen_random_uuid(), '%s', id, 'paper', now() from people where county = '%s'")
                .formatted(COUNTY, cohort(1), COUNTY));
        List<String> right = rows(LISTED);
        assertThat(right).hasSize(PEOPLE);
        owner("update listed_trainees set name = 'somebody else', stage = 'STEADY_12' where county = '%s' and person ="
                        .formatted(COUNTY)
                + " '" + new UUID(0, 1) + "'");
        owner("delete from listed_trainees where county = '%s' and person = '%s'".formatted(COUNTY, new UUID(0, 2)));
        double before = differences();

        run();

        assertThat(rows(LISTED)).isEqualTo(right);
        assertThat(differences()).isEqualTo(before + 2);
    }

    private static String change(Random random) {
        String person = "'" + new UUID(0, 1 + random.nextInt(PEOPLE)) + "'";
        String cohort = "'" + cohort(1 + random.nextInt(CLASSES)) + "'";
        String ofCounty = " where county = '" + COUNTY + "'";
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                "insert into enrolments (county, id, cohort, trainee, consent, enrolled_at) values ('%s', '%s', %s, %s,"
                                .formatted(COUNTY, new UUID(random.nextLong(), random.nextLong()), cohort, person)
                        + " 'paper', now()) on conflict do nothing";
            case 3 ->
                "update enrolments set left_at = now(), left_reason = 'moved'" + ofCounty + " and trainee = " + person
                        + " and cohort = " + cohort;
            case 4 ->
                "update enrolments set left_at = null, left_reason = null" + ofCounty + " and trainee = " + person;
            case 5 ->
                "update enrolments set stage = 'LEARNING', last_active_at = now() - interval '" + random.nextInt(100)
                        + " days'" + ofCounty + " and cohort = " + cohort;
            case 6 ->
                "update people set name = 'Name " + random.nextInt() + "', reading = 'r" + random.nextInt()
                        + "', mobile = '1380000" + random.nextInt(1000) + "', village = '" + new UUID(8, 1) + "'"
                        + ofCounty + " and id = " + person;
            default -> "delete from enrolments" + ofCounty + " and trainee = " + person + " and cohort = " + cohort;
        };
    }

    private static UUID cohort(int number) {
        return new UUID(9, number);
    }

    private double differences() {
        return meters.counter("tianbo.derived.differences", "table", "listed_trainees")
                .count();
    }

    private void run() {
        county.run(COUNTY, () -> check.run(COUNTY));
    }

    private static void owner(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            // Past the keys of what else counts enrolments; the list is kept even so.
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            statement.execute(sql);
        }
    }

    private static List<String> rows(String select) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            try (ResultSet rows = statement.executeQuery(select)) {
                List<String> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
                return all;
            }
        }
    }
}
