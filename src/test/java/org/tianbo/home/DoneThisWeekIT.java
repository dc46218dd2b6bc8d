package org.tianbo.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Each number of what was done this week opens a list of as many lines. Needs the features' real tables. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class DoneThisWeekIT {

    private static final String COUNTY = "done-county";
    private static final String OFFICER = "done-officer";
    private static final String CLASS = "'" + new UUID(9, 1) + "'";
    private static final String CLASS_LEFT = "'" + new UUID(9, 2) + "'";
    private static final Pattern NUMBERS = Pattern.compile("<li><a href=\"(/today/done/[^\"]+)\"><b>(\\d+)</b>");
    private static final Pattern LINE = Pattern.compile("<li>(?:<a href=\"([^\"]+)\")?");
    private static final Pattern NEXT = Pattern.compile("class=\"next-page\"><a class=\"button\" href=\"([^\"]+)\"");

    @Inject
    @All
    List<WaitingWork> features;

    @Inject
    Newcomers newcomers;

    private OwnCounty county;

    @BeforeEach
    void aCountyOfTheTestsOwn() throws SQLException {
        county = OwnCounty.make(COUNTY);
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        for (String cohort : List.of(CLASS, CLASS_LEFT)) {
            county.row(
                    "cohorts (id, name, starts_on, ends_on, opened_at)",
                    cohort + ", " + cohort + ", now(), now(), now()");
        }
        done("people (id, login, name, created_at)", "{person}, 'done-' || n, 'name ' || n, now()", 120);
        done(
                "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at)",
                "{id}, " + CLASS + ", {person}, 'paper', now(), now()",
                120);
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyNumberOpensAListOfAsManyLines(String language) throws SQLException {
        peopleWereSeenTo();
        peopleWereVisitedAndMet();
        storesAndReviewsWereLookedAt();

        Map<String, Integer> numbers = NUMBERS.matcher(page("/today", language))
                .results()
                .collect(Collectors.toMap(
                        number -> number.group(1),
                        number -> Integer.valueOf(number.group(2)),
                        (a, b) -> a,
                        TreeMap::new));

        assertThat(numbers.keySet()).containsExactlyInAnyOrderElementsOf(addressesOfAllKinds());
        assertThat(numbers).containsEntry("/today/done/cohort.no-card", 120).containsEntry("/today/done/ledger.odd", 3);
        numbers.forEach((address, number) -> {
            assertThat(page(address, language)).contains("<h1>" + number + " ");
            assertThat(lines(address, language)).as(address).hasSize(number);
        });
    }

    @Test
    void whatIsNotCountedOrOnlyForOthersHasNoList() throws SQLException {
        Tokens.as(OFFICER)
                .accept("text/html")
                .header("Accept-Language", "en")
                .get("/today/done/cohort.nothing")
                .then()
                .statusCode(404)
                .body(containsString("There is no such list."));
        Tokens.as("coordinator1").get("/today/done/cohort.no-card").then().statusCode(200);
        Tokens.as("coordinator1").get("/today/done/ledger.odd").then().statusCode(404);
        Tokens.as("auditor1").get("/today/done/cohort.no-card").then().statusCode(403);
    }

    private void peopleWereSeenTo() throws SQLException {
        done("cards (id, person, login, issued_by, issued_at)", "{id}, {person}, 'l', {person}, now()", 120);
        for (int mentor = 0; mentor < 2; mentor++) {
            done(
                    "mentorship_changes (id, press, mentor, trainee, change, changed_by, changed_at)",
                    "{id}, {id}, {id}, {person}, 'GIVEN', {person}, now()",
                    4);
        }
        done(
                "calls (id, cohort, trainee, outcome, note, at, claimed_at, received_at, called_by)",
                "{id}, " + CLASS + ", {person}, 'REACHED', '', now(), now(), now(), {person}",
                8);
        done(
                "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at, left_at, left_reason)",
                "{id}, " + CLASS_LEFT + ", {person}, 'paper', now(), now(), now(), 'r'",
                9);
        String asked = "join_requests (id, door, cohort, name, mobile, village, asked_at, state, decided_at, person)";
        String asking = "{id}, {id}, " + CLASS + ", 'asks', n::text, {id}, now(), ";
        done(asked, asking + "'TAKEN', now(), {person}", 3);
        done(asked, asking + "'REFUSED', now(), null", 2);
        done(
                "transfers (id, side, other, name, mobile, gender, category, reason, state, asked_at, decided_at)",
                "{id}, 'IN', 'another', 'comes', '', '', '', '', 'REFUSED', now(), now()",
                2);
        done(
                "correction_requests (id, person, field, old_value, new_value, reason, asked_at, state, decided_by,"
                        + " decided_at)",
                "{id}, {person}, 'NAME', '', '', '', now(), 'DONE', {id}, now()",
                11);
    }

    private void peopleWereVisitedAndMet() throws SQLException {
        done(
                "follow_up_visits (id, cohort, trainee, round, method, outcome, visited_on, counts_on, store_why, help,"
                        + " next_step, satisfaction_words, visited_by, received_at, reason, withdrawn)",
                "{person}, " + CLASS + ", {person}, 1, 'PHONE', 'MET', now(), now(), '', '', '', '', {person}, now(),"
                        + " '', false",
                7);
        done("follow_up_flags (id, visit, kind, found_at)", "{person}, {person}, 'LATE', now()", 2);
        done(
                "follow_up_flag_decisions (id, flag, decision, reason, decided_by, decided_at)",
                "{id}, {person}, 'DISMISSED', 'r', {person}, now()",
                2);
        done(
                "class_sessions (id, cohort, title, kind, guest, credentials, place, plan, begins_at, ends_at,"
                        + " cancelled, created_by, created_at, version)",
                "{person}, " + CLASS + ", 't ' || n, 'THEORY', 'g', '', 'p', '', now(), now() + interval '1 hour', '',"
                        + " {person}, now(), 0",
                6);
        String entries = "attendance_entries (id, session, trainee, mark, method, at, claimed_at, received_at,"
                + " recorded_by, reason, doubt, corrects)";
        done(
                entries,
                "{person}, {person}, {person}, 'HERE', 'LIST', now(), now(), now(), {person}, '', 'TIME', null",
                5);
        done(
                entries,
                "{id}, {person}, {person}, 'VOID', 'LIST', now(), now(), now(), {person}, 'r', null, {person}",
                5);
        done(
                "ledger_flags (id, kind, people, page, at, found_at)",
                "{person}, 'SAME_PHOTO', array[{person}], '/attendance/sessions/' || {person}, now(), now()",
                3);
        for (int decision = 0; decision < 2; decision++) {
            done(
                    "ledger_flag_decisions (id, flag, decision, reason, decided_by, decided_at)",
                    "{id}, {person}, 'DISMISSED', 'r', {person}, now()",
                    3);
        }
    }

    private void storesAndReviewsWereLookedAt() throws SQLException {
        done("stores (id, trainee, path, began_at)", "{person}, {person}, 'own', now()", 12);
        done(
                "gate_checks (id, store, rule, rule_version, confirmed, note, checked_by, checked_at)",
                "{id}, {person}, 'r', 'v', true, '', {person}, now()",
                12);
        for (int file = 0; file < 2; file++) {
            done(
                    "order_imports (id, store, platform, digest, bytes, rows, merged, added, changed, unchanged,"
                            + " rejected, imported_by, imported_at)",
                    "{id}, {person}, 'DOUYIN', {id}::text, 1, 0, 0, 0, 0, 0, 0, {person}, now()",
                    3);
        }
        done(
                "certificates (id, trainee, serial, issued_by, issued_at)",
                "{id}, {person}, 's-' || n, {person}, now()",
                5);
        done(
                "reviews (id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, draft, version,"
                        + " mentor, rubric_version, score, published_at)",
                "{person}, {person}, {person}, 1, 't', 'f', now(), now(), 'PUBLISHED', '{}', 0, {person}, 'v', 80,"
                        + " now()",
                10);
    }

    /** As many rows, {@code {id}} an id of its own for each. */
    private void done(String table, String values, int rows) throws SQLException {
        county.each(table, values.replace("{id}", "gen_random_uuid()"), 1, rows);
    }

    private List<String> addressesOfAllKinds() {
        WorkScope scope = new WorkScope(Optional.empty(), Instant.now(), Instant.now());
        return features.stream()
                .flatMap(feature -> feature.done(scope).stream())
                .map(DoneWork::key)
                .map(key -> "/today/done/" + key)
                .toList();
    }

    /** The lines on all pages of the list, each with where it leads. */
    private static List<String> lines(String list, String language) {
        List<String> lines = new ArrayList<>();
        Optional<String> address = Optional.of(list);
        while (address.isPresent()) {
            String page = page(address.get(), language);
            String shown = page.substring(page.indexOf("<ul class=\"done-list\">"));
            for (String line : shown.substring(0, shown.indexOf("</ul>")).split("(?=<li>)")) {
                Matcher matched = LINE.matcher(line);
                if (matched.lookingAt()) {
                    assertThat(matched.group(1)).as(line).startsWith("/");
                    lines.add(matched.group(1));
                }
            }
            address = NEXT.matcher(page)
                    .results()
                    .map(next -> next.group(1).replace("&amp;", "&"))
                    .findFirst();
        }
        return lines;
    }

    private static String page(String address, String language) {
        return Tokens.as(OFFICER)
                .urlEncodingEnabled(false)
                .accept("text/html")
                .header("Accept-Language", language)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
