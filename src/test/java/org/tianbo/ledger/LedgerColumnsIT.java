package org.tianbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.tianbo.ledger.LedgerCounty.AUDITOR;
import static org.tianbo.ledger.LedgerCounty.OFFICER;
import static org.tianbo.ledger.LedgerCounty.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.film.ShownFilm;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.TianboServices;

/**
 * All that an audit asks of classes, trainees and sessions, from the page where it is written to the file that is taken
 * along. Needs the application: events within transactions, keys that seal words, roles, pictures.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LedgerColumnsIT {

    @Inject
    LedgerCounty county;

    @Inject
    People people;

    @Inject
    Cohorts cohorts;

    @Inject
    ShownFilm films;

    private UUID officer;
    private UUID cohort;

    @BeforeEach
    void aClass() {
        officer = county.officer();
        cohort = county.open();
    }

    @Test
    void whatAnAuditAsksOfAClassIsWrittenOnceAndChangedWithAReason() throws SQLException {
        record(OFFICER, "", Map.of("fund", "省级资金", "budget", "48,000.50", "teachers", "高老师，高级农艺师\r\n周老师"))
                .statusCode(303);
        record(OFFICER, "", Map.of("fund", "省级资金", "budget", "48000.5", "teachers", "高老师，高级农艺师\n周老师"))
                .statusCode(303);
        assertThat(history()).as("the same again").hasSize(2);

        record(OFFICER, "", Map.of("fund", "市级资金")).statusCode(409).body(containsString("刚刚有人改过了"));
        record(OFFICER, version(), Map.of("fund", "市级资金")).statusCode(422).body(containsString("请写一句为什么改"));
        record(OFFICER, version(), Map.of("budget", "很多", "reason", "批文改了资金来源"))
                .statusCode(422)
                .body(containsString("预算看不懂"));
        record(OFFICER, version(), Map.of("fund", "市级资金", "budget", "48000.50", "reason", "批文改了资金来源"))
                .statusCode(303);

        ChainedEntry last = history().get(2);
        assertThat(last.content()).contains("\"fund\":\"市级资金\"", "\"budget\":\"4800050\"");
        assertThat(last.before())
                .contains("\"fund\":\"省级资金\"", "高老师，高级农艺师\\n周老师")
                .doesNotContain("budget");
        assertThat(last.reason()).isEqualTo("批文改了资金来源");
        assertThat(last.statedBy()).isEqualTo(officer);
        assertThat(csv("class")).contains("资金来源", "老师和资格", "市级资金", "48000.50");
        assertThat(page(AUDITOR).get("/cohorts/" + cohort + "/record").asString())
                .contains("批文改了资金来源", "48000.50")
                .doesNotContain("<form class=\"stack\"");
        county.gather();
        assertThat(history()).hasSize(3);
        assertThat(LedgerCounty.checkedAfter("select 1").broken()).isEmpty();
    }

    @Test
    void onlyTheOfficeOfTheCountyWritesIt() {
        record(AUDITOR, "", Map.of("fund", "x")).statusCode(403);
        record("coordinator1", "", Map.of("fund", "x")).statusCode(403);
        record("officer1", "", Map.of("fund", "x")).statusCode(404);
        page("officer1").get("/cohorts/" + cohort + "/record").then().statusCode(404);
        record(OFFICER, "", Map.of("fund", "长".repeat(121))).statusCode(422).body(containsString("120"));
    }

    @Test
    void ofATraineeNumbersAreMaskedAndWhatTheyLearnedBeforeIsSealed() throws SQLException {
        String login = "learned-before-" + Ids.next();
        UUID trainee = county.as(() ->
                people.join(new NewPerson(login, "石榴", "13912340077", "004X", null, "FEMALE", null, null, "返乡青年", "")));
        county.enrol(cohort, trainee, officer);
        UUID next = county.open();
        county.enrol(next, trainee, officer);
        page(OFFICER)
                .formParam("courses", "省农广校电商班")
                .post("/cohorts/" + next + "/trainees/" + trainee + "/edit/courses")
                .then()
                .statusCode(303);
        page(OFFICER)
                .formParam("courses", "长".repeat(501))
                .post("/cohorts/" + next + "/trainees/" + trainee + "/edit/courses")
                .then()
                .statusCode(422);

        String first = csv("enrolment");
        assertThat(first).contains("身份证尾号", "****004X", "139****0077", "返乡青年").doesNotContain("13912340077");
        cohort = next;
        assertThat(csv("enrolment")).contains("以前学过", "省农广校电商班", "台账县的班", "2026-09-01");
        assertThat(history().stream().map(entry -> entry.content() + entry.before()))
                .noneMatch(text -> text.contains("省农广校") || text.contains("台账县的班") && text.contains("earlier"));
        assertThat(seenBy(AUDITOR))
                .as("who took them along is seen by whoever audits")
                .contains("石榴");
        assertThat(LedgerCounty.checkedAfter("select 1").broken()).isEmpty();
    }

    @Test
    void whoLooksAtAllEntriesOfSomebodyIsSeenByThem() {
        UUID trainee = county.trainee();
        page(OFFICER).get("/ledger?person=" + trainee).then().statusCode(200);

        assertThat(page(LedgerCounty.TRAINEE).get("/my-data/looks").asString())
                .contains("<b>" + OFFICER + "</b> 看了您的档案");
    }

    @Test
    void hoursOnlineAreWrittenDownOnceTheClassIsOver() throws SQLException {
        UUID trainee = county.somebody();
        county.enrol(cohort, trainee, officer);
        watched(trainee, "\"lesson\": \"%s\", \"played\": [0, 120]".formatted(PhoneRecords.LESSON));
        county.gather();
        county.gather();

        assertThat(history().stream().filter(entry -> entry.kind().equals("online")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.content()).isEqualTo("{\"minutes\":\"2\"}");
                    assertThat(entry.person()).isEqualTo(trainee);
                    assertThat(entry.day()).isEqualTo(LocalDate.of(2026, 10, 1));
                });
        assertThat(csv("online")).contains("线上学时", "分钟");
    }

    @Test
    void whatWasWatchedStaysAsItIsWrittenDownOnceAShorterVideoIsShownInstead() throws SQLException {
        UUID trainee = county.somebody();
        county.enrol(cohort, trainee, officer);
        String lesson = "lesson-" + cohort;
        UUID video = films.of(LedgerCounty.ID, lesson, officer, 180);
        watched(trainee, "\"lesson\": \"%s\", \"video\": \"%s\", \"played\": [0, 300]".formatted(lesson, video));
        county.gather();
        LedgerCounty.owner("update films set published_at = null, deleted_at = now() where id = '" + video + "'");
        UUID shorter = films.of(LedgerCounty.ID, lesson, officer, 60);
        county.gather();

        assertThat(online()).containsExactly("{\"minutes\":\"3\"}");

        watched(trainee, "\"lesson\": \"%s\", \"video\": \"%s\", \"played\": [0, 90]".formatted(lesson, shorter));
        county.gather();
        assertThat(online()).as("of the shorter one no more than it has").endsWith("{\"minutes\":\"4\"}");
    }

    /** Recorded by a phone while the class ran. */
    private static void watched(UUID trainee, String data) throws SQLException {
        LedgerCounty.owner(
                """
                insert into sync_records (county, id, person, device, type, at, received_at, data)
                values ('%s', '%s', '%s', 'phone', 'lesson.watched', '2026-09-10T02:00:00Z', '2026-09-10T02:00:00Z',
                    '{%s}')
                """
                        .formatted(LedgerCounty.ID, Ids.next(), trainee, data));
    }

    /** What the chain says of hours online, the earliest first. */
    private List<String> online() {
        return history().stream()
                .filter(entry -> entry.kind().equals("online"))
                .map(ChainedEntry::content)
                .toList();
    }

    @Test
    void aLeaveAndWhatTheyLearnedBeforeOfTheSameMomentKeepEachOther() {
        UUID leaver = county.somebody();
        UUID other = county.somebody();
        county.enrol(cohort, leaver, officer);
        county.enrol(cohort, other, officer);

        atTheSameMoment(
                leaver,
                () -> cohorts.leave(cohort, leaver, "搬走了"),
                () -> cohorts.tookEarlier(cohort, leaver, "电商班", leaver));
        atTheSameMoment(
                other,
                () -> cohorts.tookEarlier(cohort, other, "电商班", other),
                () -> cohorts.leave(cohort, other, "搬走了"));

        for (UUID one : List.of(leaver, other)) {
            assertThat(county.as(() -> cohorts.isIn(cohort, one))).isFalse();
            assertThat(county.as(() -> cohorts.earlierCourses(cohort, one))).isEqualTo("电商班");
        }
    }

    /** The second has read the enrolment when the first writes it. */
    private void atTheSameMoment(UUID trainee, Runnable first, Runnable second) {
        county.as(() -> QuarkusTransaction.requiringNew().call(() -> {
            boolean read = cohorts.isIn(cohort, trainee);
            QuarkusTransaction.requiringNew().run(first);
            second.run();
            return read;
        }));
    }

    /** Whom the page of all looks names that this person saw today in lists. */
    private static String seenBy(String login) {
        String month = page(AUDITOR).get("/privacy/looks").asString();
        String people = Pattern.compile("<td data-head=\"谁看的\">" + login
                        + "<td data-head=\"看了什么\">看名单或导出名单<td class=\"n\" data-head=\"看了几个人\"><a href=\"([^\"]+)\"")
                .matcher(month)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElse("not on the page: " + month);
        assertThat(people).startsWith("/privacy/looks/people?");
        page(AUDITOR).get("/privacy/looks?month=soon").then().statusCode(404);
        return page(AUDITOR).get(people).asString();
    }

    private ValidatableResponse record(String login, String version, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("version", version);
        return page(login)
                .formParams(form)
                .post("/cohorts/" + cohort + "/record")
                .then();
    }

    /** Names what stands, as the page sends it along. */
    private String version() {
        return page(OFFICER)
                .get("/cohorts/" + cohort + "/record")
                .asString()
                .replaceFirst("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1");
    }

    private String csv(String kind) {
        return page(AUDITOR)
                .post("/ledger/export?format=csv&kind=" + kind + "&cohort=" + cohort)
                .asString();
    }

    private List<ChainedEntry> history() {
        return county.history(cohort);
    }
}
