package org.tianbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.tianbo.ledger.LedgerCounty.AUDITOR;
import static org.tianbo.ledger.LedgerCounty.OFFICER;
import static org.tianbo.ledger.LedgerCounty.TRAINEE;
import static org.tianbo.ledger.LedgerCounty.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.attendance.schedule.ClassSessions;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.entry.Corrections;
import org.tianbo.ledger.entry.Entries;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.TianboServices;

/** What is written down and what is seen of it; events, row-level security and roles need the application. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LedgerIT {

    @Inject
    LedgerCounty county;

    @Inject
    Entries entries;

    @Inject
    Corrections corrections;

    @Inject
    ClassSessions sessions;

    private UUID officer;
    private UUID trainee;

    @BeforeEach
    void aCountyWithItsOffice() {
        officer = county.officer();
        trainee = county.trainee();
    }

    @Test
    void whatHappensIsWrittenDownOnceWithWhoAndWhen() {
        UUID cohort = county.open();
        county.enrol(cohort, trainee, officer);
        county.enrol(cohort, trainee, officer);

        assertThat(county.count(cohort)).isEqualTo(2);
        list(AUDITOR, "cohort=" + cohort)
                .statusCode(200)
                .body(containsString(TRAINEE))
                .body(containsString("纸质签字"))
                .body(not(containsString("改正第")));
    }

    @Test
    void whatIsSaidDifferentlyIsACorrectionWithBothValuesAndTheReason() {
        UUID cohort = county.open();
        county.enrol(cohort, trainee, officer);
        county.leave(cohort, trainee, "去县城带孙子了");

        assertThat(county.count(cohort)).isEqualTo(3);
        list(AUDITOR, "corrections=yes&cohort=" + cohort)
                .body(containsString("共 1 条"))
                .body(containsString("去县城带孙子了"))
                .body(containsString("（空）"));
    }

    @Test
    void whoComesBackIsWrittenDownAsBackSinceThatTime() {
        UUID cohort = county.open();
        county.enrol(cohort, trainee, officer);
        county.leave(cohort, trainee, "去县城带孙子了");
        county.comeBack(cohort, trainee);
        county.comeBack(cohort, trainee);

        List<ChainedEntry> all = county.history(cohort);
        assertThat(all).hasSize(4);
        assertThat(all.get(3).content()).contains("returned").doesNotContain("left");
        assertThat(all.get(3).before()).contains("left").contains("returned");
        assertThat(all.get(3).at()).isAfterOrEqualTo(all.get(2).at());
        county.gather();
        assertThat(county.history(cohort)).hasSize(4);
    }

    @Test
    void aChangedSessionChangesWhatCountsOfEverybodysStay() throws SQLException {
        UUID cohort = county.open();
        county.enrol(cohort, trainee, officer);
        UUID session = Ids.next();
        LedgerCounty.owner(
                """
                insert into class_sessions (county, id, cohort, title, kind, guest, credentials, place, plan, begins_at,
                    ends_at, cancelled, created_by, created_at, version)
                values ('%1$s', '%2$s', '%3$s', '选品', 'THEORY', '外请老师', '', '村委会', '', '2026-09-12T01:00:00Z',
                    '2026-09-12T03:00:00Z', '', '%4$s', '2026-09-01T01:00:00Z', 0);
                insert into attendance_entries (county, id, session, trainee, mark, method, at, claimed_at, received_at,
                    recorded_by, reason)
                select '%1$s', gen_random_uuid(), '%2$s', '%5$s', seen.mark, 'LIST', seen.at::timestamptz,
                    seen.at::timestamptz, seen.at::timestamptz, '%4$s', ''
                from (values ('IN', '2026-09-12T01:00:00Z'), ('OUT', '2026-09-12T03:00:00Z')) as seen (mark, at)
                """
                        .formatted(LedgerCounty.ID, session, cohort, officer, trainee));
        county.gather();
        county.as(() -> {
            sessions.cancel(session, "老师病了，改天再上", officer);
            return null;
        });

        ChainedEntry last = county.history(cohort).stream()
                .filter(entry -> entry.kind().equals("attendance"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(last.content()).contains("\"minutes\":\"0\"");
        assertThat(last.before()).isEqualTo("{\"minutes\":\"120\"}");
        assertThat(county.reason(last)).isEqualTo("老师病了，改天再上");
        assertThat(last.statedBy()).isEqualTo(officer);
    }

    /** What stands is said by the last word about it, however many came before. */
    @Test
    void theTwoHundredthCorrectionStandsLikeTheFirst() {
        UUID cohort = county.open();
        long seq = county.history(cohort).get(0).seq();
        county.as(() -> QuarkusTransaction.requiringNew().call(() -> {
            for (int budget = 1; budget <= 205; budget++) {
                corrections.correct(
                        seq, new Corrections.Wanted("budget", Integer.toString(budget), "预算又改了一次", officer));
            }
            corrections.correct(seq, new Corrections.Wanted("budget", "205", "预算又改了一次", officer));
            return null;
        }));

        List<ChainedEntry> all = county.as(() -> entries.ofSameThing(entries.entry(seq)));
        assertThat(all).hasSize(206);
        assertThat(Corrections.standing(all)).containsEntry(EntryField.BUDGET, "20500");
        page(AUDITOR)
                .get("/ledger/" + seq)
                .then()
                .body(containsString("205.00"))
                .body(containsString("/ledger/" + seq + "?before="));
    }

    @Test
    void whatWasThereBeforeIsGatheredAndGatheredOnce() throws SQLException {
        UUID old = Ids.next();
        LedgerCounty.owner(
                """
                insert into cohorts (county, id, name, starts_on, ends_on, opened_at)
                values ('%s', '%s', '很久以前的班 %s', '2026-03-01', '2026-03-31', '2026-02-20T08:00:00Z')
                """
                        .formatted(LedgerCounty.ID, old, old));

        county.gather();
        county.gather();

        assertThat(county.history(old)).singleElement().satisfies(entry -> {
            assertThat(entry.day()).isEqualTo(LocalDate.of(2026, 2, 20));
            assertThat(entry.recordedBy()).isNull();
        });
    }

    @Test
    void anOfficerCorrectsByHandWhatCannotBeCorrectedAtItsPlace() {
        UUID cohort = county.open();
        long seq = county.history(cohort).get(0).seq();

        correct(seq, "fund", "省乡村振兴资金", "批文后来才到").statusCode(303);
        correct(seq, "fund", "省乡村振兴资金", "批文后来才到").statusCode(303);
        correct(seq, "budget", "12,500.50", "批文后来才到").statusCode(303);
        correct(seq, "budget", "很多", "批文后来才到").statusCode(422).body(containsString("看不懂"));
        correct(seq, "budget", "1e600000000", "批文后来才到").statusCode(422).body(containsString("看不懂"));
        correct(seq, "budget", "0.001", "批文后来才到").statusCode(422).body(containsString("看不懂"));
        correct(seq, "serial", "1", "批文后来才到").statusCode(422).body(containsString("请选要改哪一项"));
        correct(seq, "fund", "别的资金", "改").statusCode(422).body(containsString("至少五个字"));

        assertThat(county.history(cohort)).hasSize(3);
        page(AUDITOR)
                .get("/ledger/" + seq)
                .then()
                .body(containsString("省乡村振兴资金"))
                .body(containsString("12,500.50"))
                .body(containsString("人工改正"));
        county.gather();
        assertThat(county.history(cohort)).as("what a person corrected stands").hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        OFFICER + ", 200, 404",
        AUDITOR + ", 200, 403",
        TRAINEE + ", 403, 403",
        "officer1, 200, 404",
        "coordinator1, 403, 403",
        "mentor1, 403, 403"
    })
    void officersAndAuditorsReadAndOfficersCorrect(String login, int read, int write) {
        page(login).get("/ledger").then().statusCode(read);
        page(login).get("/ledger/check").then().statusCode(read);
        correct(login, 999_999_999, "name", "x", "批文后来才到").statusCode(write);
    }

    @Test
    void anotherCountysEntriesAreNotThere() {
        UUID cohort = county.open();

        for (String unknown : List.of("cohort=" + cohort, "person=" + trainee)) {
            list("officer1", unknown).statusCode(404);
            page("officer1").post("/ledger/export?format=csv&" + unknown).then().statusCode(404);
        }
        page(OFFICER).get("/ledger/999999999").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"from=x", "to=9999-01-01", "kind=nothing", "cohort=1", "person=x", "before=-1"})
    void aFilterThatMeansNothingIsRefused(String query) {
        list(OFFICER, query).statusCode(422);
    }

    private static ValidatableResponse list(String login, String query) {
        return page(login).get("/ledger?" + query).then();
    }

    private static ValidatableResponse correct(long seq, String field, String value, String reason) {
        return correct(OFFICER, seq, field, value, reason);
    }

    private static ValidatableResponse correct(String login, long seq, String field, String value, String reason) {
        return page(login)
                .formParams(Map.of("field", field, "value", value, "reason", reason))
                .post("/ledger/" + seq + "/corrections")
                .then();
    }
}
