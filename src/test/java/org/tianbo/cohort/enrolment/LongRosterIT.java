package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.bench.people.LongRoster;
import org.tianbo.cohort.ClassRosterImports;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;

/** The longest roster that a county may bring where nobody has set it, in a county that has nobody yet. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LongRosterIT {

    private static final String COUNTY = "long-roster";
    private static final UUID CLASS = new UUID(8, 8);
    private static final int LINES = 5_000;

    /** As the class's import has it. */
    private static final int LONGEST_SECONDS = 900;

    /** Of a table; what is added is looked at by the keys of other tables too. */
    private static final int MOST_READS_OF_A_LINE = 20;

    private static final String READ =
            """
            select relname, seq_tup_read + coalesce(idx_tup_fetch, 0) as rows from pg_stat_xact_user_tables
            where relname in ('people', 'enrolments', 'milestones', 'listed_trainees', 'counted_trainees') and ? <> ''
            """;

    private static final String DIFFERING =
            """
            select count_trainees(?, ?, array_agg(trainee)) + list_trainees(?, array_agg(trainee)), count(*)
            from enrolments where county = ? and cohort = ?
            """;

    @Inject
    ClassRosterImports rosters;

    @Inject
    CurrentCounty county;

    @Inject
    CountyReads reads;

    private final UUID by = Ids.next();

    @BeforeEach
    void aCountyOfTheTestsOwn() throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("insert into counties values ('%s', '长册县', 'Long roster')".formatted(COUNTY));
            statement.execute(
                    """
                    insert into villages (county, id, town, name)
                    select '%s', gen_random_uuid(), '镇' || v / 20, '柳树' || v from generate_series(1, %d) v
                    """
                            .formatted(COUNTY, LongRoster.VILLAGES));
            statement.execute(
                    """
                    insert into cohorts (county, id, name, starts_on, ends_on, opened_at)
                    values ('%s', '%s', 'a class', '2030-01-01', '2030-02-01', now())
                    """
                            .formatted(COUNTY, CLASS));
            statement.execute(
                    """
                    insert into people (county, id, login, name, created_at)
                    values ('%s', '%s', 'long-roster', 'officer', now())
                    """
                            .formatted(COUNTY, by));
        }
    }

    @AfterEach
    void remove() throws SQLException {
        try (Connection owner = DatabaseOwner.connection()) {
            DatabaseOwner.removeCounty(owner, COUNTY);
        }
    }

    /** Whatever PostgreSQL expects of tables that it has seen empty until then. */
    @Test
    @ActivateRequestContext
    void whatIsReadOfTablesGrowsWithTheRosterAndNotWithItsSquare() {
        county.run(COUNTY, () -> {
            Map<String, Long> read = inATransaction(() -> {
                assertThat(bring()).isEqualTo(LINES);
                return reads
                        .rows(READ, row -> Map.entry(row.getString("relname"), row.getLong("rows")), COUNTY)
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            });
            assertThat(read).hasSize(5);
            assertThat(read.values()).as("%s", read).allSatisfy(rows -> assertThat(rows)
                    .isLessThan((long) MOST_READS_OF_A_LINE * LINES));

            assertThat(inATransaction(this::bring)).isZero();
            assertThat(inATransaction(() -> reads.rows(
                            DIFFERING,
                            row -> row.getInt(1) + " differing of " + row.getInt(2),
                            COUNTY,
                            CLASS,
                            COUNTY,
                            COUNTY,
                            CLASS)))
                    .containsExactly("0 differing of " + LINES);
        });
    }

    private static <T> T inATransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(work);
    }

    private int bring() {
        return rosters.take(CLASS, new ByteArrayInputStream(LongRoster.of(LINES)), by)
                .newcomers();
    }
}
