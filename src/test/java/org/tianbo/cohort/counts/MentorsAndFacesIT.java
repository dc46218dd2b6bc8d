package org.tianbo.cohort.counts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.cohort.outcome.SatisfactionCounts;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.Downloads;

/**
 * What the pages say of mentors and of satisfaction is what a recount of random histories says. Needs the application:
 * both pages count rows in the database.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class MentorsAndFacesIT {

    private static final String COUNTY = "mentors-and-faces";
    private static final String OFFICER = "counts-mentors";
    private static final int TRAINEES = MentorRows.TRAINEES;
    private static final int MENTORS = 4;
    private static final int REVIEWS = 80;
    private static final int ANSWERS = 90;
    private static final int ROUNDS = 3;

    /** The database publishes faces by a number of its own, the application words by this one. */
    private static final int AT_ONCE = SatisfactionCounts.FEWEST;

    private static final List<String> FACES = List.of("GOOD", "FAIR", "POOR");
    private static final Pattern LINKED = Pattern.compile("href=\"(/dashboards/mentors/attempts[^\"]+)\">(\\d+)<");
    private static final Pattern NEXT = Pattern.compile("href=\"(/dashboards/satisfaction\\?after=[^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("<td class=\"n\"[^>]*>(?:<a [^>]*>)?(\\d+)");

    @Inject
    Newcomers newcomers;

    @Inject
    CountsReconciliation recount;

    @Inject
    CurrentCounty current;

    private OwnCounty county;

    @BeforeEach
    void trainees() throws SQLException {
        county = OwnCounty.make(COUNTY);
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        county.each(
                "people (id, login, name, created_at)",
                "{person}, 'of-faces-' || n, 'p' || lpad(n::text, 3, '0'), now()",
                1,
                TRAINEES + MENTORS);
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    /** Trainees of each mentor, what waits, what is overdue, what was published lately, and late. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void mentorsHaveWhatARecountSays(long seed) throws SQLException {
        Random random = new Random(seed);
        MentorRows rows = new MentorRows(county);
        Map<Integer, List<Integer>> mentorsOf = new HashMap<>();
        Map<String, int[]> expected = new TreeMap<>();
        // Each mentorship is counted along, also those that end and those that pass to another mentor.
        county.execute("set session_replication_role = origin");
        for (int trainee = 1; trainee <= TRAINEES; trainee++) {
            for (int mentor = 1; mentor <= MENTORS; mentor++) {
                boolean stays = random.nextInt(MENTORS) == 0;
                if (stays) {
                    mentorsOf.computeIfAbsent(trainee, one -> new ArrayList<>()).add(mentor);
                    expected.computeIfAbsent(MentorRows.name(mentor), one -> new int[5])[0]++;
                }
                rows.mentored(trainee, mentor, stays);
            }
        }
        county.execute("set session_replication_role = replica");
        for (int review = 1; review <= REVIEWS; review++) {
            int trainee = 1 + random.nextInt(TRAINEES);
            int mentor = 1 + random.nextInt(MENTORS);
            boolean late = random.nextBoolean();
            boolean old = random.nextInt(5) == 0;
            boolean published = random.nextBoolean();
            if (published) {
                int[] of = expected.computeIfAbsent(MentorRows.name(mentor), one -> new int[5]);
                of[3] += old ? 0 : 1;
                of[4] += late && !old ? 1 : 0;
            } else {
                mentorsOf.getOrDefault(trainee, List.of()).forEach(one -> {
                    expected.get(MentorRows.name(one))[1]++;
                    expected.get(MentorRows.name(one))[2] += late ? 1 : 0;
                });
            }
            rows.review(trainee, mentor, published, late, old);
        }
        // Whoever published long ago and trains nobody is on no list, or stands there with nothing.
        expected.values().removeIf(numbers -> Arrays.stream(numbers).sum() == 0);

        assertThat(rows(Tokens.page(OFFICER, "/dashboards/mentors"), "p\\d+")).isEqualTo(texts(expected));
        listsHoldAsMany(Tokens.page(OFFICER, "/dashboards/mentors"));
        aNightPutsRight(
                "mentor_trainees set trainees = trainees + 1",
                () -> rows(Tokens.page(OFFICER, "/dashboards/mentors"), "p\\d+"));
        assertThat(Downloads.rows(OFFICER, "/dashboards/mentors.{format}"))
                .as("the file says so too")
                .extracting(row -> String.join(" ", row.subList(0, 6)))
                .filteredOn(row -> row.startsWith("p"))
                .containsExactlyInAnyOrderElementsOf(texts(expected));
    }

    private void aNightPutsRight(String wrong, Supplier<Object> shown) throws SQLException {
        Object right = shown.get();
        county.execute("update " + wrong + " where county = '" + COUNTY + "'");
        assertThat(shown.get()).as(wrong).isNotEqualTo(right);
        current.run(COUNTY, () -> recount.run(COUNTY));
        assertThat(shown.get()).isEqualTo(right);
    }

    private static void listsHoldAsMany(String page) {
        List<MatchResult> numbers = LINKED.matcher(page).results().toList();
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(MENTORS);
        for (MatchResult number : numbers) {
            String address = number.group(1).replace("&amp;", "&");
            assertThat(Tokens.page(OFFICER, address).split("<tr><th scope=\"row\">", -1))
                    .as(address)
                    .hasSize(1 + Integer.parseInt(number.group(2)));
        }
    }

    /** Nobody's answer counts twice, and answers are shown five at a time as they came. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void satisfactionIsWhatARecountSays(long seed) throws SQLException {
        Random random = new Random(seed);
        UUID cohort = UUID.randomUUID();
        county.row(
                "cohorts (id, name, starts_on, ends_on, opened_at)",
                "'" + cohort + "', 'c', now() - interval '800 days', now() - interval '700 days', now()");
        county.each(
                "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at, stage)",
                "gen_random_uuid(), '" + cohort + "', {person}, 'paper', now(), now(), 'ENROLLED'",
                1,
                TRAINEES);
        county.counted(cohort);
        Map<Integer, Map<Integer, String>> first = new TreeMap<>();
        // Each answer counts its class.
        county.execute("set session_replication_role = origin");
        for (int answer = 1; answer <= ANSWERS; answer++) {
            int round = 1 + random.nextInt(ROUNDS);
            int trainee = 1 + random.nextInt(TRAINEES);
            String face = FACES.get(random.nextInt(FACES.size()));
            first.computeIfAbsent(round, one -> new LinkedHashMap<>()).putIfAbsent(trainee, face);
            county.row(
                    "satisfaction_answers (id, cohort, trainee, round, face, words, said_at, received_at)",
                    "gen_random_uuid(), '%s', '%s', %d, '%s', '', now(), now() - interval '%d minutes'"
                            .formatted(cohort, OwnCounty.person(trainee), round, face, ANSWERS - answer));
        }
        List<String> expected = new ArrayList<>();
        for (int round = ROUNDS; round > 0; round--) {
            List<String> faces = List.copyOf(first.get(round).values());
            List<String> published = faces.subList(0, faces.size() / AT_ONCE * AT_ONCE);
            expected.add(faces.size() + "/" + TRAINEES + " "
                    + FACES.stream()
                            .map(face -> published.stream().filter(face::equals).count() + "/" + published.size())
                            .collect(Collectors.joining(" ")));
        }
        county.execute("set session_replication_role = replica");

        assertThat(satisfaction()).as("the file says so too").isEqualTo(expected);
        aNightPutsRight("satisfaction_counts set good = good + 5", MentorsAndFacesIT::satisfaction);
        String page = Tokens.page(OFFICER, "/dashboards/satisfaction");
        assertThat(page)
                .as("the way to the other numbers, not on paper")
                .contains("class=\"tabs no-print\"", "href=\"/stores/hosts\"")
                .contains("href=\"/dashboards/satisfaction\" aria-current=\"page\"");
        assertThat(Arrays.stream(page.substring(page.indexOf("<tbody>")).split("<tr>"))
                        .skip(1)
                        .map(row -> Pattern.compile("\\d+/\\d+")
                                .matcher(row.replaceAll("<[^>]*>", " "))
                                .results()
                                .map(found -> found.group())
                                .collect(Collectors.joining(" "))))
                .isEqualTo(expected);
    }

    private static List<String> satisfaction() {
        return Downloads.rows(OFFICER, "/dashboards/satisfaction/numbers.{format}").stream()
                .map(row -> row.get(3) + "/" + row.get(2) + " "
                        + row.subList(5, 8).stream()
                                .map(count -> count + "/" + row.get(4))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void hundredsOfClassesThatEndedAreReadAPageAtATimeEachOfThemOnce() throws SQLException {
        county.execute("insert into cohorts (county, id, name, starts_on, ends_on, opened_at) select '" + COUNTY
                + "', gen_random_uuid(), 'ended ' || n, current_date - 800, current_date - 700 - n / 30, now()"
                + " from generate_series(1, 120) as n");
        List<String> seen = new ArrayList<>();
        for (String address = "/dashboards/satisfaction"; address != null; ) {
            String page = Tokens.page(OFFICER, address);
            Pattern.compile(">(ended \\d+)</a>").matcher(page).results().forEach(row -> seen.add(row.group(1)));
            address = NEXT.matcher(page)
                    .results()
                    .map(next -> next.group(1))
                    .findFirst()
                    .orElse(null);
        }
        assertThat(seen).hasSize(120 * ROUNDS);
        assertThat(new HashSet<>(seen)).hasSize(120);
        assertThat(Downloads.rows(OFFICER, "/dashboards/satisfaction/numbers.{format}"))
                .hasSize(120 * ROUNDS);
    }

    private static List<String> texts(Map<String, int[]> expected) {
        return expected.entrySet().stream()
                .map(one -> one.getKey() + " "
                        + Arrays.stream(one.getValue())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    /** Of the rows whose head is as given: the head and the first five numbers. */
    private static List<String> rows(String page, String head) {
        Pattern named = Pattern.compile("<th scope=\"row\">(" + head + ")");
        return Arrays.stream(page.split("<tr>"))
                .filter(row -> named.matcher(row).find())
                .map(row ->
                        named.matcher(row).results().findFirst().orElseThrow().group(1) + " "
                                + NUMBER.matcher(row)
                                        .results()
                                        .limit(5)
                                        .map(found -> found.group(1))
                                        .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }
}
