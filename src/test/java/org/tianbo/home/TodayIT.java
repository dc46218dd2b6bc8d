package org.tianbo.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;
import org.tianbo.platform.web.Language;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.JobsAtRest;
import org.tianbo.testsupport.database.RoundTrips;

/** What waits for the county's office, counted where it is kept. Needs the features' real tables. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class TodayIT {

    private static final Logger LOG = Logger.getLogger(TodayIT.class);
    private static final String COUNTY = "today-county";
    private static final String OFFICER = "today-officer";
    private static final String CLASS = new UUID(9, 1).toString();
    private static final Pattern LINES = Pattern.compile("<li><a href=\"([^\"]+)\"><b class=\"count\">(\\d+)</b>");

    @Inject
    @All
    List<WaitingWork> features;

    @Inject
    Newcomers newcomers;

    @Inject
    CurrentCounty current;

    private OwnCounty county;

    @BeforeEach
    void aCountyOfTheTestsOwn() throws SQLException {
        county = OwnCounty.make(COUNTY);
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        // In China it may be tomorrow already.
        county.row(
                "cohorts (id, name, starts_on, ends_on, opened_at)",
                "'" + CLASS + "', 'c', now() - interval '1 day', now() + interval '1 day', now()");
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @Test
    void eachKindOfWorkHasItsWordsAndEachTextItsKind() {
        TreeMap<String, Set<String>> wanted = new TreeMap<>();
        asked(Optional.empty()).forEach(one -> wanted.computeIfAbsent(one.feature(), feature -> new TreeSet<>())
                .addAll(Set.of(one.name(), one.name() + ".do", one.name() + ".done")));
        assertThat(wanted).containsKeys("cohort", "mentoring", "certification");
        wanted.forEach((feature, keys) -> assertThat(
                        new TreeSet<>(ResourceBundle.getBundle("messages/waiting/" + feature, Language.CHINESE)
                                .keySet()))
                .isEqualTo(keys));
    }

    @Test
    void whatWaitsIsCountedTheLongestWaitingFirstAndOpensItsList() throws SQLException {
        enrolled(1, 3, 20);
        county.each(
                "cards (id, person, login, issued_by, issued_at)",
                "gen_random_uuid(), {person}, 'l', {person}, now()",
                1,
                1);
        county.each("mentorships (id, mentor, trainee)", "gen_random_uuid(), {person}, {person}", 1, 2);
        county.each(
                "readiness (trainee, reviews, mark, ready_at)", "{person}, 2, 80, now() - interval '30 days'", 2, 2);
        review(1, 40);

        String page = page("/today");

        assertThat(lines(page))
                .startsWith("1 /cohorts/overdue", "1 /certification")
                .contains("2 /cohorts/" + CLASS + "/cards", "1 /cohorts/" + CLASS + "/mentors?without=true");
        assertThat(page)
                .contains("for 40 days", "for 30 days", "for 20 days", "recording waits too long", "sign-in card made");
        assertThat(page("/cohorts/overdue")).contains("name 1");
    }

    @Test
    void whereNothingWaitsItSaysSo() {
        assertThat(page("/today"))
                .contains("Nothing waits", "Nothing is done yet this week")
                .doesNotContain("class=\"waits\"");
    }

    @Test
    void classesWithoutASessionAndThoseWhoAskToJoinAndStoresWithoutAFileWait() throws SQLException {
        enrolled(1, 2, 20);
        county.row(
                "class_doors (id, cohort, opened_by, opened_at, closes_at)",
                "gen_random_uuid(), '" + CLASS + "', {person}, now(), now()");
        county.row(
                "join_requests (id, door, cohort, name, mobile, village, asked_at, state)",
                "gen_random_uuid()," + " {person}, '" + CLASS
                        + "', 'n', '1', {person}, now() - interval '4 days', 'WAITING'");
        county.each("stores (id, trainee, path, began_at)", "{person}, {person}, 'own', now()", 1, 2);
        county.each(
                "store_turns (id, store, kind, on_day, link, note, turned_by, turned_at)",
                "gen_random_uuid()," + " {person}, 'OPENED', now() - interval '3 months', '', '', {person}, now()",
                1,
                2);
        county.row(
                "order_imports (id, store, platform, digest, bytes, rows, merged, added, changed, unchanged,"
                        + " rejected, imported_by, imported_at)",
                "gen_random_uuid(), lpad('2', 32, '0')::uuid, 'DOUYIN', 'd',"
                        + " 1, 0, 0, 0, 0, 0, 0, {person}, now()");

        assertThat(lines(page("/today")))
                .contains(
                        "1 /attendance/classes/" + CLASS,
                        "1 /cohorts/" + CLASS + "/requests",
                        "1 /stores/without-file");
        assertThat(page("/stores/without-file")).contains("name 1").doesNotContain("name 2");
        UUID village = new UUID(9, 3);
        assertThat(counts(Optional.of(Set.of(village))))
                .containsEntry("cohort.no-session", 0L)
                .containsEntry("cohort.asks-to-join", 0L)
                .containsEntry("store.no-file", 0L);
        county.row(
                "class_sessions (id, cohort, title, kind, guest, credentials, place, plan, begins_at, ends_at,"
                        + " cancelled, created_by, created_at, version)",
                "gen_random_uuid(), '" + CLASS + "', 't', 'THEORY',"
                        + " 'g', '', 'p', '', now(), now() + interval '2 days', '', {person}, now(), 0");
        assertThat(counts(Optional.empty())).containsEntry("cohort.no-session", 0L);
    }

    @Test
    void onlyThoseWhoWorkAtTheOfficeAreAsked() {
        newcomers.join(COUNTY, "today-trainee", Roles.TRAINEE);
        Tokens.as("today-trainee").get("/today").then().statusCode(403);
        Tokens.as("auditor1").get("/today").then().statusCode(403);
        Tokens.as("coordinator1")
                .get("/today")
                .then()
                .statusCode(200)
                .body(containsString("今天"), not(containsString("{")));
    }

    @Test
    void ofVillagesOnlyTheirPeopleCount() throws SQLException {
        UUID village = new UUID(9, 2);
        county.row("villages (id, town, name)", "'" + village + "', 'town', 'village'");
        enrolled(1, 5, 20);
        county.execute("update people set village = '" + village + "' where county = '" + COUNTY + "' and login in"
                + " ('today-1', 'today-2')");
        review(1, 5);
        review(3, 5);

        assertThat(counts(Optional.of(Set.of(village))))
                .containsEntry("cohort.no-card", 2L)
                .containsEntry("mentoring.overdue", 1L);
        assertThat(counts(Optional.empty())).containsEntry("cohort.no-card", 5L).containsEntry("mentoring.overdue", 2L);
        assertThat(counts(Optional.of(Set.of()))).containsEntry("cohort.no-card", 0L);
    }

    @Test
    void itIsAskedAsOftenForTenThousandAsForTen() throws SQLException {
        enrolled(1, 10, 20);
        page("/today");
        int few = fewestRoundTrips();
        enrolled(11, 10_000, 20);
        county.execute("analyze people, enrolments");

        page("/today");
        assertThat(fewestRoundTrips()).isLessThanOrEqualTo(few);
        long[] millis = IntStream.range(0, 40)
                .mapToLong(call -> {
                    long begun = System.nanoTime();
                    asked(Optional.empty());
                    return (System.nanoTime() - begun) / 1_000_000;
                })
                .sorted()
                .toArray();
        LOG.infof("What waits among 10,000: median %d ms, slowest of 40 %d ms", millis[20], millis[39]);
        assertThat(millis[20]).isLessThan(500);
    }

    /** Of several calls: what else runs at the same moment is counted too. */
    private static int fewestRoundTrips() {
        JobsAtRest.await();
        return IntStream.range(0, 5)
                .map(call -> RoundTrips.of(() -> page("/today")))
                .min()
                .orElseThrow();
    }

    private void enrolled(int from, int through, int days) throws SQLException {
        county.each(
                "people (id, login, name, created_at)", "{person}, 'today-' || n, 'name ' || n, now()", from, through);
        county.each(
                "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at)",
                "gen_random_uuid(), '" + CLASS + "', {person}, 'paper', now() - interval '" + days + " days', now()",
                from,
                through);
    }

    /** Of this person, overdue since so many days. */
    private void review(int person, int days) throws SQLException {
        String then = "now() - interval '" + days + " days'";
        county.each(
                "reviews (id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, draft,"
                        + " version)",
                "{person}, {person}, {person}, 1, 't', 'f', " + then + ", " + then + ", 'WAITING', '{}', 0",
                person,
                person);
        county.each("overdue_notices (id, review, told_at)", "{person}, {person}, now()", person, person);
    }

    private List<Waiting> asked(Optional<Set<UUID>> villages) {
        Instant now = Instant.now();
        WorkScope scope = new WorkScope(villages, now, now);
        return current.as(COUNTY, () -> QuarkusTransaction.requiringNew().call(() -> features.stream()
                .flatMap(feature -> feature.waiting(scope).stream())
                .toList()));
    }

    private TreeMap<String, Long> counts(Optional<Set<UUID>> villages) {
        TreeMap<String, Long> counts = new TreeMap<>();
        asked(villages).forEach(one -> counts.put(one.key(), one.count()));
        return counts;
    }

    private static List<String> lines(String page) {
        return LINES.matcher(page)
                .results()
                .map(line -> line.group(2) + " " + line.group(1).replace("&amp;", "&"))
                .toList();
    }

    private static String page(String address) {
        return Tokens.as(OFFICER)
                .accept("text/html")
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
