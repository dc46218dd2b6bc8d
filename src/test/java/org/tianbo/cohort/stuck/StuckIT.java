package org.tianbo.cohort.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Who stands still and why, and calls to them. Needs the tables of every feature that knows a reason. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class StuckIT extends StuckCounty {

    private static final Logger LOG = Logger.getLogger(StuckIT.class);
    private static final StuckFilter ALL = new StuckFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);

    @Inject
    StuckPeople stuck;

    @Inject
    Curriculum curriculum;

    @Inject
    CurrentCounty current;

    @Test
    void eachReasonIsReadFromWhatIsKnown() throws SQLException {
        Map<Integer, StuckReason> wanted = new LinkedHashMap<>();
        for (StuckReason reason : StuckReason.values()) {
            int person = reason.ordinal() + 1;
            wanted.put(person, reason);
            enrolled(person, person, stage(reason));
            if (reason != StuckReason.NO_CARD) {
                county.each(
                        "cards (id, person, login, issued_by, issued_at)",
                        "gen_random_uuid(), {person}, 'l', {person}, now() - interval '25 days'",
                        person,
                        person);
            }
        }
        call(StuckReason.WANTS_TO_LEAVE, "WANTS_TO_LEAVE");
        call(StuckReason.WRONG_NUMBER, "WRONG_NUMBER");
        review(StuckReason.NO_MENTOR, "WAITING");
        review(StuckReason.REVIEW_WAITING, "WAITING");
        mentored(StuckReason.REVIEW_WAITING);
        store(StuckReason.PAPERS_WAITING);
        store(StuckReason.PAPERS_MISSING);
        each(StuckReason.PAPERS_WAITING, EVIDENCE, "'r', 'v', 'SHOWN', '', '', '', {person}, now()");
        attempt(StuckReason.NOT_HANDED_IN, "ready");
        attempt(StuckReason.RECORDING_FAILED, "failed");
        attempt(StuckReason.UPLOAD_UNFINISHED, "uploading");
        review(StuckReason.FEEDBACK_UNREAD, "PUBLISHED");
        review(StuckReason.PRACTISE_AGAIN, "PUBLISHED");
        each(
                StuckReason.PRACTISE_AGAIN,
                "sync_records (id, person, type, at, received_at, data)",
                "'feedback.read', now(), now(), jsonb_build_object('attempt', {person})");
        each(StuckReason.NOT_BEGUN, "sign_ins (person, first_at, last_at)", "now(), now()", false);
        lessons(StuckReason.LESSONS_STOPPED, "'our-' || n", stuck.lessons());
        lessons(StuckReason.PRACTICE_NOT_BEGUN, taught(), stuck.lessons());
        for (StuckReason open : List.of(StuckReason.FILE_MISSING, StuckReason.NO_SALES)) {
            store(open);
            each(open, TURN, "'OPENED', date '2020-01-01', '', '', {person}, now()");
        }
        each(StuckReason.NO_SALES, IMPORT, "'p', 'd', 1, 0, 0, 0, 0, 0, 0, {person}, now()");

        Map<Integer, StuckReason> found = new HashMap<>();
        List<StuckPerson> people = page(ALL, Optional.empty(), 100).rows();
        people.forEach(person -> found.put((int) person.id().getLeastSignificantBits(), person.reason()));

        assertThat(found).isEqualTo(wanted);
        assertThat(people).extracting(StuckPerson::reason).isSorted();
        assertThat(people.get(StuckReason.PRACTISE_AGAIN.ordinal()).goal()).isEqualTo("slower");
        assertThat(people.get(StuckReason.NOT_HANDED_IN.ordinal()))
                .returns(9L, StuckPerson::days)
                .returns("my tea", StuckPerson::title)
                .returns(21L, StuckPerson::idleDays);
        String page = html("/stuck");
        assertThat(page)
                .contains("not handed it in for 9 days", "Remind the mentor: name 4", "never signed in", "tel:1380000")
                .doesNotContain("NOT_FOUND");
        assertThat(html("/stuck?reason=no-card")).contains("name 2<").doesNotContain("name 3<");
        assertThat(html("/today")).contains("<b class=\"count\">20</b> <span class=\"what\">people are stuck");
        assertThat(html("/calls")).contains("name 8<").doesNotContain("name 2<", "name 7<");
    }

    @Test
    void theListIsReadByKeysetAndByWhatItsAddressSays() throws SQLException {
        enrolled(1, 230, "LEARNING");
        UUID village = new UUID(8, 2);
        county.row("villages (id, town, name)", "'" + village + "', 'town', 'village'");
        county.execute("update people set village = '" + village + "' where county = '" + COUNTY
                + "' and login in ('stuck-1', 'stuck-2')");
        List<UUID> walked = new ArrayList<>();
        Optional<StuckPlace> next = Optional.empty();
        do {
            Page<StuckPerson, StuckPlace> page = page(ALL, next, 50);
            page.rows().forEach(person -> walked.add(person.id()));
            next = page.next().map(place -> StuckPlace.parse(place.code()));
        } while (next.isPresent());

        assertThat(walked).hasSize(230).doesNotHaveDuplicates();
        assertThat(html("/stuck?place=" + village))
                .contains("All 2", "name 1<", "name 2<")
                .doesNotContain("name 3<");
        assertThat(html("/stuck?place=town&stage=ready")).contains("Nobody of these is stuck");
        Tokens.as(officer).get("/stuck?reason=nothing").then().statusCode(422);
        Tokens.as(officer).get("/stuck?after=nothing").then().statusCode(422);
        Tokens.as("auditor1").get("/stuck").then().statusCode(200);
        Tokens.as("auditor1").get("/calls").then().statusCode(403);
    }

    @Test
    void tenThousandWhoStandStillAreSortedInTime() throws SQLException {
        enrolled(1, 10_000, "LEARNING");
        county.execute("analyze people, enrolments");
        page(ALL, Optional.empty(), 50);
        long begun = System.nanoTime();
        for (int call = 0; call < 5; call++) {
            page(ALL, Optional.empty(), 50);
        }
        long millis = (System.nanoTime() - begun) / 5_000_000;
        LOG.infof("A page of 10,000 who stand still: %d ms", millis);
        assertThat(millis).isLessThan(3_000);
    }

    private static final String EVIDENCE =
            "gate_evidence (id, store, rule, rule_version, answer, words, link, photo, given_by, given_at)";
    private static final String TURN = "store_turns (id, store, kind, on_day, link, note, turned_by, turned_at)";
    private static final String IMPORT = "order_imports (id, store, platform, digest, bytes, rows, merged, added,"
            + " changed, unchanged, rejected, imported_by, imported_at)";

    private static String stage(StuckReason reason) {
        return switch (reason) {
            case CERTIFICATE_WAITING -> "READY";
            case PAPERS_WAITING, PAPERS_MISSING, STORE_NOT_BEGUN -> "CERTIFIED";
            case FILE_MISSING, NO_SALES -> "STORE_OPENED";
            case LESSONS_STOPPED, PRACTICE_NOT_BEGUN, WRONG_NUMBER, WANTS_TO_LEAVE -> "LEARNING";
            case NO_CARD, NEVER_SIGNED_IN, NOT_BEGUN -> "ENROLLED";
            default -> "PRACTISING";
        };
    }

    private void each(StuckReason reason, String table, String values) throws SQLException {
        each(reason, table, values, true);
    }

    /** @param twice whether the person's id comes first twice: as the row's own and as whose it is */
    private void each(StuckReason reason, String table, String values, boolean twice) throws SQLException {
        int person = reason.ordinal() + 1;
        county.each(table, "{person}, " + (twice ? "{person}, " : "") + values, person, person);
    }

    private void call(StuckReason reason, String outcome) throws SQLException {
        each(
                reason,
                "last_calls (trainee, call, outcome, again_on, at)",
                "'" + outcome + "', null, now() - interval '3 days'");
    }

    private void review(StuckReason reason, String state) throws SQLException {
        String moment = "jsonb_build_object('change', 'm', 'moments',"
                + " jsonb_build_array(jsonb_build_object('id', 'm', 'words', 'slower')))";
        each(
                reason,
                "reviews (id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, published_at, state,"
                        + " mentor, rubric_version, score, draft, version)",
                "{person}, 1, 't', 'f', now() - interval '9 days', now(), case when '" + state
                        + "' = 'PUBLISHED' then now() - interval '8 days' end, '" + state
                        + "', {person}, 'r', 80, " + moment + ", 0");
    }

    private void mentored(StuckReason reason) throws SQLException {
        int person = reason.ordinal() + 1;
        county.each("mentorships (id, mentor, trainee)", "gen_random_uuid(), {person}, {person}", person, person);
    }

    private void store(StuckReason reason) throws SQLException {
        each(reason, "stores (id, trainee, path, began_at)", "'own-produce', now()");
    }

    private void attempt(StuckReason reason, String state) throws SQLException {
        each(
                reason,
                "attempts (id, trainee, title, format, products, state, created_at, finished_at, marks, version)",
                "'my tea', 'f', '[]', '" + state + "', now() - interval '10 days', now() - interval '9 days', '[]', 0");
    }

    /** In SQL: the n-th lesson that all are taught. */
    private String taught() {
        return curriculum.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .map(lesson -> "'" + lesson.slug() + "'")
                .collect(Collectors.joining(", ", "(array[", "])[n]"));
    }

    /** @param slug of the n-th */
    private void lessons(StuckReason reason, String slug, int count) throws SQLException {
        county.each(
                "lessons_done (trainee, lesson, version, at)",
                "'" + OwnCounty.person(reason.ordinal() + 1) + "', " + slug + ", 'v', now()",
                1,
                count);
    }

    private Page<StuckPerson, StuckPlace> page(StuckFilter filter, Optional<StuckPlace> after, int size) {
        return current.as(COUNTY, () -> stuck.page(filter, after, size, true));
    }
}
