package org.tianbo.bench.people;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.platform.data.Ids;

/** A class of a whole county, each of whose trainees reached some stages. */
public final class LargeClass {

    public static final int TRAINEES = 5_000;

    private static final String COUNTY = "fengcheng";
    private static final List<String> STAGES = List.of("ENROLLED", "LEARNING", "PRACTISING", "CERTIFIED");

    private LargeClass() {}

    /** Makes it as the database's owner would, past the application. */
    public static UUID make(Map<String, String> settings) throws SQLException {
        UUID cohort = Ids.next();
        String owner = settings.get("quarkus.flyway.username");
        try (Connection connection =
                        DriverManager.getConnection(settings.get("quarkus.flyway.jdbc-url"), owner, owner);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            statement.execute(
                    ("insert into cohorts (county, id, name, starts_on, ends_on, opened_at) values ('%s', '%s', "
                                    + "'全县大班', current_date, current_date + 90, now())")
                            .formatted(COUNTY, cohort));
            statement.execute(
                    ("insert into people (county, id, login, name, created_at) select '%s', md5('bench' || n)::uuid, "
                                    + "'bench-' || n, 'name ' || n, now() from generate_series(1, %d) as n")
                            .formatted(COUNTY, TRAINEES));
            statement.execute(
                    ("insert into enrolments (county, id, cohort, trainee, consent, enrolled_at) select '%s', "
                                    + "gen_random_uuid(), '%s', md5('bench' || n)::uuid, 'paper', now() from "
                                    + "generate_series(1, %d) as n")
                            .formatted(COUNTY, cohort, TRAINEES));
            for (int reached = 0; reached < STAGES.size(); reached++) {
                statement.execute(("insert into milestones (county, id, cohort, trainee, stage, ordinal, change, at, "
                                + "recorded_at, evidence_kind, evidence_ref) select '%s', gen_random_uuid(), '%s', "
                                + "md5('bench' || n)::uuid, '%s', 1, 'REACHED', now(), now(), 'NOTE', '' "
                                + "from generate_series(1, %d) as n")
                        .formatted(COUNTY, cohort, STAGES.get(reached), TRAINEES / (reached + 1)));
            }
            statement.execute(("insert into counted_trainees select one.* from to_be_counted('%s', '%s', "
                            + "(select array_agg(e.trainee) from enrolments e where e.cohort = '%s')) as one")
                    .formatted(COUNTY, cohort, cohort));
            statement.execute("select recount_class('%s', '%s')".formatted(COUNTY, cohort));
            statement.execute("analyze");
        }
        return cohort;
    }
}
