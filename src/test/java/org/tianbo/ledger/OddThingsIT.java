package org.tianbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.ledger.flag.LookForOddThings;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What an office is shown of the signatures of its sessions; needs the tables of sessions and the roles. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OddThingsIT {

    @Inject
    LedgerCounty county;

    @Inject
    LookForOddThings looks;

    private UUID officer;
    private LedgerCounty.Taught taught;

    @BeforeEach
    void somebodyInAClass() {
        officer = county.officer();
        taught = county.taught(officer);
    }

    @Test
    void twoSessionsAtTheSameTimeAreShownOnceAndSoIsALeaveMomentsAfterTheArrival() throws SQLException {
        UUID morning = session("01:00", "04:00");
        UUID beside = session("02:00", "05:00");
        UUID afternoon = session("06:00", "08:00");
        stay(morning, "01:05", "03:55");
        stay(beside, "02:05", "04:55");
        stay(afternoon, "06:00", "06:00");

        look();
        look();

        String waiting = Tokens.page(LedgerCounty.AUDITOR, "/ledger/flags");
        assertThat(times(waiting, "/attendance/sessions/(" + morning + "|" + beside + ")\""))
                .as("of the two sessions, once")
                .isEqualTo(1);
        assertThat(times(waiting, "/attendance/sessions/" + afternoon + "\"")).isEqualTo(1);
        assertThat(waiting).contains("同一时间在两堂课上", "刚签到就签退");
    }

    private static long times(String page, String address) {
        return Pattern.compile(address).matcher(page).results().count();
    }

    private void look() {
        county.as(() -> {
            looks.run(LedgerCounty.ID);
            return null;
        });
    }

    /** @param begins in UTC, on a day on which the class was taught */
    private UUID session(String begins, String ends) throws SQLException {
        UUID session = Ids.next();
        LedgerCounty.owner(
                """
                insert into class_sessions (county, id, cohort, title, kind, guest, credentials, place, plan, begins_at,
                    ends_at, cancelled, created_by, created_at, version)
                values ('%s', '%s', '%s', '选品', 'THEORY', '外请老师', '', '村委会', '', '2026-09-12T%s:00Z',
                    '2026-09-12T%s:00Z', '', '%s', '2026-09-01T01:00:00Z', 0)
                """
                        .formatted(LedgerCounty.ID, session, taught.cohort(), begins, ends, officer));
        return session;
    }

    /** Tapped on the trainer's list, which takes seconds: whoever left at once left ten seconds later. */
    private void stay(UUID session, String came, String went) throws SQLException {
        LedgerCounty.owner(
                """
                insert into attendance_entries (county, id, session, trainee, mark, method, at, claimed_at, received_at,
                    recorded_by, device, reason)
                select '%1$s', gen_random_uuid(), '%2$s', '%3$s', mark, 'LIST', at::timestamptz, at::timestamptz, now(),
                    '%4$s', null, ''
                from (values ('IN', '2026-09-12T%5$s:00Z'), ('OUT', '2026-09-12T%6$s:10Z')) as tapped (mark, at)
                """
                        .formatted(LedgerCounty.ID, session, taught.trainee(), officer, came, went));
    }
}
