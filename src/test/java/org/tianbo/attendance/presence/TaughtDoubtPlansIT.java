package org.tianbo.attendance.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;

/** Mentors' homes ask all day what waits for them: they read no doubt of other teachers. Needs the planner. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class TaughtDoubtPlansIT {

    private static final String COUNTY = "doubt-plans";

    @Inject
    CountyReads reads;

    @Inject
    CurrentCounty current;

    @Test
    void aTeachersDoubtsAreFoundByTheirSessions() throws SQLException {
        try (OwnCounty county = OwnCounty.make(COUNTY)) {
            county.each(
                    "class_sessions (id, cohort, title, kind, teacher, guest, credentials, place, plan, begins_at,"
                            + " ends_at, cancelled, created_by, created_at, version)",
                    "{person}, {person}, 'x', 'THEORY', lpad(to_hex(n % 400), 32, '0')::uuid, '', '', '', '', now(),"
                            + " now() + interval '1 hour', '', {person}, now(), 0",
                    0,
                    1_999);
            county.each(
                    "attendance_entries (id, session, trainee, mark, method, at, claimed_at, received_at, recorded_by,"
                            + " reason, doubt)",
                    "{person}, lpad(to_hex(n / 10), 32, '0')::uuid, {person}, 'IN', 'LIST', now(), now(), now(),"
                            + " {person}, '', 'TIME'",
                    0,
                    19_999);
            county.execute("analyze class_sessions, attendance_entries");

            String plan = current.as(
                    COUNTY,
                    () -> String.join(
                            "\n",
                            reads.rows(
                                    "explain " + TaughtDoubts.SESSIONS,
                                    row -> row.getString(1),
                                    COUNTY,
                                    OwnCounty.person(7))));

            assertThat(plan)
                    .contains("class_sessions_by_teacher", "attendance_entries_by_session")
                    .doesNotContain("attendance_entries_in_doubt");
        }
    }
}
