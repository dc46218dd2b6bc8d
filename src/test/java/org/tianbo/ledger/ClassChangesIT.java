package org.tianbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.tianbo.ledger.LedgerCounty.AUDITOR;
import static org.tianbo.ledger.LedgerCounty.OFFICER;
import static org.tianbo.ledger.LedgerCounty.page;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.time.Zones;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;

/**
 * A class gets another name, other days and another place, and what hangs on them goes along. Needs the application:
 * the ledger is told within the transaction, and roles decide who may.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ClassChangesIT {

    private static final String WHY = "场地换了，往后推一周";
    private static final String FREE = "coordinates-every-class";
    private static final String BOUND = "coordinates-one-village";
    private static final Pattern VERSION =
            Pattern.compile("/record/class\">\\s*<input type=\"hidden\" name=\"version\" value=\"([^\"]*)\"");

    @Inject
    LedgerCounty county;

    @Inject
    Newcomers newcomers;

    private UUID officer;
    private UUID cohort;
    private String name;

    @BeforeEach
    void aClassOfSeptember() {
        officer = county.officer();
        cohort = county.open();
        name = "台账县的新班 " + cohort;
    }

    @Test
    void nameDaysAndPlaceAreChangedWithAReasonAndBothStandInTheLedger() throws SQLException {
        change(OFFICER, Map.of()).statusCode(303);
        change(OFFICER, Map.of()).statusCode(303);

        String page = page(AUDITOR).get("/cohorts/" + cohort + "/record").asString();
        assertThat(page)
                .contains("<h1>" + name + "</h1>", "2026-09-08 – 2026-10-07", "镇文化站", WHY, OFFICER)
                .contains("<del>2026-09-01</del>", "<ins>2026-09-08</ins>", "<del>2026-09-30</del>")
                .doesNotContain("/record/class", "预算");
        assertThat(page.split(Pattern.quote(WHY), -1)).as("twice is once").hasSize(3);
        assertThat(page(OFFICER).get("/cohorts").asString()).contains(name);
        assertThat(page(OFFICER).get("/attendance/classes/" + cohort).asString())
                .contains(name);

        List<ChainedEntry> history = history();
        assertThat(history.get(0).amends()).isNull();
        assertThat(history.subList(1, history.size()))
                .allSatisfy(entry -> {
                    assertThat(entry.reason()).isEqualTo(WHY);
                    assertThat(entry.statedBy()).isEqualTo(officer);
                })
                .anySatisfy(entry -> assertThat(entry.before()).contains("台账县的班", "2026-09-01", "2026-09-30"));
        assertThat(history.get(history.size() - 1).content()).contains(name, "2026-09-08", "2026-10-07", "镇文化站");
        assertThat(page(AUDITOR)
                        .post("/ledger/export?format=csv&kind=class&cohort=" + cohort)
                        .asString())
                .contains(name, "2026-10-07", "镇文化站", WHY);
        assertThat(LedgerCounty.checkedAfter("select 1").broken()).isEmpty();
    }

    @Test
    void whatIsChangedOfAClassOfLockedDaysIsBookedOnTheDayItIsLearnt() throws SQLException {
        UUID old = Ids.next();
        LedgerCounty.owner("insert into cohorts (county, id, name, starts_on, ends_on, opened_at) values ('"
                + LedgerCounty.ID + "', '" + old + "', '锁过的班 " + old
                + "', '2024-02-01', '2024-02-20', '2024-02-01T01:00:00Z')");
        cohort = old;
        page(OFFICER)
                .formParams(Map.of(
                        "name", "2024 年 2 月", "first", "2024-02-01", "last", "2024-02-29", "reason", "这个月的账已经对过"))
                .post("/ledger/locks")
                .then()
                .statusCode(303);

        change(OFFICER, Map.of("from", "2024-02-02", "to", "2024-02-21")).statusCode(303);

        ChainedEntry last = history().get(history().size() - 1);
        assertThat(last.day()).isAfterOrEqualTo(LocalDate.now(Zones.SHANGHAI).minusDays(1));
        assertThat(last.content()).contains(name, "2024-02-21");
    }

    @Test
    void whatDoesNotFitIsSaidBesideItsFieldAndNothingIsChanged() {
        change(OFFICER, Map.of("reason", "")).statusCode(422).body(containsString("请写一句为什么改"));
        change(OFFICER, Map.of("name", " ")).statusCode(422).body(containsString("请给班起个名字"));
        change(OFFICER, Map.of("to", "2026-09-02")).statusCode(422).body(containsString("在开始之前"));
        change(OFFICER, Map.of("from", "soon")).statusCode(422).body(containsString("请选一个日子"));
        change(OFFICER, Map.of("venue", "长".repeat(121))).statusCode(422).body(containsString("120"));
        change(OFFICER, Map.of("name", nameOf(county.open()))).statusCode(422).body(containsString("已经有一个班叫这个名字"));
        change(OFFICER, Map.of("version", "seen/before"))
                .statusCode(409)
                .body(containsString("刚刚有人改过了"))
                .body(containsString("value=\"" + name + "\""));
        assertThat(nameOf(cohort)).isNotEqualTo(name);
        assertThat(history()).hasSize(1);
    }

    @Test
    void daysThatLeaveOutASessionOrFromWhichVisitsAreCountedStay() throws SQLException {
        session("2026-09-03T02:00:00Z", "");
        session("2026-09-29T02:00:00Z", "");
        change(OFFICER, Map.of("to", "2026-09-28"))
                .statusCode(422)
                .body(containsString("这天以前还有这个班的课"))
                .body(containsString("这天以后还有这个班的课"));
        LedgerCounty.owner("update class_sessions set cancelled = '下雨' where cohort = '" + cohort + "'");
        change(OFFICER, Map.of("to", "2026-09-28")).statusCode(303);

        UUID trainee = county.somebody();
        county.enrol(cohort, trainee, officer);
        LedgerCounty.owner("insert into satisfaction_answers (county, id, cohort, trainee, round, face, words, said_at,"
                + " received_at) values ('" + LedgerCounty.ID + "', gen_random_uuid(), '" + cohort + "', '" + trainee
                + "', 1, 'GOOD', '', now(), now())");
        change(OFFICER, Map.of("to", "2026-09-27")).statusCode(422).body(containsString("从最后一天算起"));
        change(OFFICER, Map.of("from", "2026-09-09", "to", "2026-09-28")).statusCode(303);
    }

    @Test
    void aCoordinatorChangesAClassWhosePeopleAllAreTheirs() throws SQLException {
        newcomers.join(LedgerCounty.ID, FREE, Roles.COORDINATOR);
        UUID bound = newcomers.join(LedgerCounty.ID, BOUND, Roles.COORDINATOR);
        LedgerCounty.owner(
                "insert into staff (county, person, role, all_villages, account, invited_at, version) values ('"
                        + LedgerCounty.ID + "', '" + bound + "', 'coordinator', false, 'READY', now(), 1)"
                        + " on conflict do nothing");
        change(BOUND, Map.of()).statusCode(403);
        county.enrol(cohort, county.somebody(), officer);

        change(BOUND, Map.of()).statusCode(403);
        page(BOUND).get("/cohorts/" + cohort + "/record").then().body(not(containsString("/record/class")));
        change(AUDITOR, Map.of()).statusCode(403);
        change("officer1", Map.of()).statusCode(404);
        change(FREE, Map.of()).statusCode(303);
        assertThat(nameOf(cohort)).isEqualTo(name);
    }

    @Test
    void anotherNameOfAClassIsNoNewsOfThoseWhoWereInItBefore() {
        UUID trainee = county.somebody();
        county.enrol(cohort, trainee, officer);
        UUID later = county.open();
        county.enrol(later, trainee, officer);
        county.gather();

        change(OFFICER, Map.of()).statusCode(303);
        county.gather();

        assertThat(history(later, "enrolment")).hasSize(1);
        UUID last = county.open();
        county.enrol(last, trainee, officer);
        assertThat(page(AUDITOR)
                        .post("/ledger/export?format=csv&kind=enrolment&cohort=" + last)
                        .asString())
                .contains(name + " (2026-09-08)");
    }

    @Test
    void hoursOnlineOfAClassThatIsOverAreCountedAnewByItsDays() throws SQLException {
        UUID trainee = county.somebody();
        county.enrol(cohort, trainee, officer);
        watched(trainee, "2026-09-03", 0, 60);
        watched(trainee, "2026-09-20", 60, 120);
        county.gather();
        assertThat(online()).containsExactly("{\"minutes\":\"2\"}");

        change(OFFICER, Map.of()).statusCode(303);

        assertThat(Eventually.value(this::online, minutes -> minutes.size() > 1))
                .endsWith("{\"minutes\":\"1\"}");
    }

    private List<String> online() {
        return history(cohort, "online").stream().map(ChainedEntry::content).toList();
    }

    private static void watched(UUID trainee, String day, int from, int to) throws SQLException {
        LedgerCounty.owner(
                """
                insert into sync_records (county, id, person, device, type, at, received_at, data)
                values ('%1$s', '%2$s', '%3$s', 'phone', 'lesson.watched', '%4$sT02:00:00Z', '%4$sT02:00:00Z',
                    '{"lesson": "%5$s", "played": [%6$d, %7$d]}')
                """
                        .formatted(LedgerCounty.ID, Ids.next(), trainee, day, PhoneRecords.LESSON, from, to));
    }

    private void session(String begins, String cancelled) throws SQLException {
        LedgerCounty.owner(
                "insert into class_sessions (county, id, cohort, title, kind, guest, credentials, place, plan,"
                        + " begins_at, ends_at, cancelled, created_by, created_at, version) values ('" + LedgerCounty.ID
                        + "', '"
                        + Ids.next() + "', '" + cohort + "', '怎么选品', 'THEORY', 'g', '', 'p', '', '" + begins
                        + "', timestamptz '" + begins + "' + interval '1 hour', '" + cancelled + "', '" + officer
                        + "', now(), 1)");
    }

    /** A week later, elsewhere and by another name, but for what differs. */
    private ValidatableResponse change(String login, Map<String, String> other) {
        Map<String, String> form = new HashMap<>(
                Map.of("name", name, "from", "2026-09-08", "to", "2026-10-07", "venue", "镇文化站", "reason", WHY));
        form.put("version", version());
        form.putAll(other);
        return page(login)
                .formParams(form)
                .post("/cohorts/" + cohort + "/record/class")
                .then();
    }

    /** Names what stands, as the page sends it along. */
    private String version() {
        return VERSION.matcher(
                        page(OFFICER).get("/cohorts/" + cohort + "/record").asString())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private String nameOf(UUID other) {
        return page(OFFICER)
                .get("/cohorts/" + other + "/record")
                .asString()
                .replaceFirst("(?s).*<h1>([^<]*)</h1>.*", "$1");
    }

    private List<ChainedEntry> history() {
        return history(cohort, "class");
    }

    private List<ChainedEntry> history(UUID of, String kind) {
        return county.history(of).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }
}
