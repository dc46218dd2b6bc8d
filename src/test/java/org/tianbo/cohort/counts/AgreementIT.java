package org.tianbo.cohort.counts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rubric;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.Downloads;

/** Mentors score examples; page, file, lists and a recount say the same of how they agree. Needs the application. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class AgreementIT {

    private static final String COUNTY = "mentors-agree";
    private static final String OFFICER = "looks-how-they-agree";
    private static final String MENTOR = "scores-examples";
    private static final String BOTH = "scores-and-looks";
    private static final String ALL = "/dashboards/mentors/agreement";
    private static final int MENTORS = 5;
    private static final int ENOUGH = 18;
    private static final Pattern LISTED =
            Pattern.compile("data-head=\"打分次数\"><a href=\"([^\"]*/scores\\?[^\"]*)\">(\\d+)</a>");

    private static final Pattern WHO = Pattern.compile("<th scope=\"row\">(m\\d+)");
    private static final Pattern NEXT = Pattern.compile("class=\"next-page\"><a class=\"button\" href=\"([^\"]+)\"");

    @Inject
    Newcomers newcomers;

    @Inject
    Curriculum curriculum;

    private OwnCounty county;

    @BeforeEach
    void ofItsOwn() throws SQLException {
        county = OwnCounty.make(COUNTY);
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    private record Pair(String mentor, String criterion, int given, int deserved) {}

    @ParameterizedTest
    @ValueSource(longs = {51, 52})
    void pageFileListsAndRecountAgree(long seed) throws SQLException {
        county.each("people (id, login, name, created_at)", "{person}, 'agrees-' || n, 'm' || n, now()", 1, MENTORS);
        List<Pair> all = new ArrayList<>();
        Map<String, int[]> rules = new TreeMap<>();
        Random random = new Random(seed);
        for (int mentor = 1; mentor <= MENTORS; mentor++) {
            for (Rubric.Example example : curriculum.examples()) {
                // Words of another time count nothing.
                boolean today = random.nextInt(6) > 0;
                boolean vetoed = random.nextBoolean();
                score(mentor, example, today, vetoed, random, all);
                if (today) {
                    int[] of = rules.computeIfAbsent("m" + mentor, any -> new int[2]);
                    of[0]++;
                    of[1] += vetoed == example.veto().isPresent() ? 1 : 0;
                }
            }
        }

        List<String> expected = new ArrayList<>();
        by(all, Pair::mentor)
                .forEach((mentor, pairs) -> expected.add(
                        mentor + "||" + rules.get(mentor)[0] + "|" + rules.get(mentor)[1] + "|" + figures(pairs)));
        Map<String, List<Pair>> byCriterion = by(all, Pair::criterion);
        curriculum
                .rubric()
                .criteria()
                .forEach(one -> expected.add(
                        "|" + one.title().en() + "|||" + figures(byCriterion.getOrDefault(one.id(), List.of()))));

        assertThat(Downloads.rows(OFFICER, ALL + "/numbers.{format}"))
                .extracting(row -> String.join("|", row))
                .containsExactlyElementsOf(expected);
        String page = Tokens.page(OFFICER, ALL);
        assertThat(LISTED.matcher(page).results().map(found -> found.group(2)))
                .as("the page says so too")
                .containsExactlyElementsOf(
                        expected.stream().map(line -> line.split("\\|")[4]).toList());
        LISTED.matcher(page).results().limit(7).forEach(found -> assertThat(
                        Tokens.page(OFFICER, found.group(1)).split("<th scope=\"row\">").length - 1)
                .as("the list %s", found.group(1))
                .isEqualTo(Integer.parseInt(found.group(2))));
    }

    @Test
    void theScoresBehindAFigureAreReadPageByPage() throws SQLException {
        int mentors = 120;
        county.each("people (id, login, name, created_at)", "{person}, 'agrees-' || n, 'm' || n, now()", 1, mentors);
        Random random = new Random(53);
        Rubric.Example example = curriculum.examples().get(0);
        for (int mentor = 1; mentor <= mentors; mentor++) {
            score(mentor, example, true, false, random, new ArrayList<>());
        }

        List<List<String>> pages = pagesOfAFigureOf(mentors);
        assertThat(pages).extracting(List::size).containsExactly(50, 50, 20);
        assertThat(pages.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSize(mentors);
    }

    /** As after the rubric was given another criterion. */
    @Test
    void whoScoredBeforeACriterionWasThereTakesNoPlaceInItsList() throws SQLException {
        int before = 60;
        int mentors = 120;
        county.each("people (id, login, name, created_at)", "{person}, 'agrees-' || n, 'm' || n, now()", 1, mentors);
        Rubric.Example example = curriculum.examples().get(0);
        String old = example.scores().keySet().iterator().next();
        county.each(
                "example_scores (id, mentor, example, example_version, scores, vetoed, scored_at)",
                "gen_random_uuid(), {person}, '%s', '%s', '{\"%s\": 2}', false, now()"
                        .formatted(example.slug(), example.version(), old),
                1,
                before);
        Random random = new Random(54);
        for (int mentor = before + 1; mentor <= mentors; mentor++) {
            score(mentor, example, true, false, random, new ArrayList<>());
        }

        List<List<String>> pages = pagesOfAFigureOf(mentors - before);
        assertThat(pages).extracting(List::size).containsExactly(50, 10);
        assertThat(pages.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    /** Who stands on the pages of the scores behind the first figure that rests on so many. */
    private static List<List<String>> pagesOfAFigureOf(int scores) {
        String address = LISTED.matcher(Tokens.page(OFFICER, ALL))
                .results()
                .filter(found -> found.group(2).equals(Integer.toString(scores)))
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        List<List<String>> pages = new ArrayList<>();
        while (address != null) {
            String page = Tokens.page(OFFICER, address);
            pages.add(WHO.matcher(page).results().map(found -> found.group(1)).toList());
            address = NEXT.matcher(page)
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse(null);
        }
        return pages;
    }

    @Test
    void aMentorScoresOnceAndSeesOnlyThenWhatIsDeserved() {
        newcomers.join(COUNTY, MENTOR, Roles.MENTOR);
        Rubric.Example example = curriculum.examples().get(0);
        String because = example.scores().get("opening").because().zh();
        String address = "/mentoring/examples/" + example.slug();
        assertThat(Tokens.page(MENTOR, address)).doesNotContain(because).contains("name=\"level-opening\"");

        form(example, 3)
                .formParam("version", example.version())
                .formParam("level-opening", "9")
                .post(address)
                .then()
                .statusCode(422);
        form(example, 3)
                .formParam("version", "other-words")
                .post(address)
                .then()
                .statusCode(409);
        assertThat(Tokens.page(MENTOR, address)).as("nothing was kept").doesNotContain(because);

        whole(form(example, 3), example).post(address).then().statusCode(303);
        whole(form(example, 1), example).post(address).then().statusCode(303);

        assertThat(Tokens.page(MENTOR, address)).contains(because).doesNotContain("name=\"level-opening\"");
        assertThat(Downloads.rows(OFFICER, ALL + "/numbers.{format}").get(0))
                .as("the first answer counts, and is too little for a figure")
                .endsWith(Integer.toString(example.scores().size()), "", "", "", "");
        String scores = ALL + "/scores?criterion=pace";
        assertThat(Tokens.page(OFFICER, scores)).contains("打的\">3");
        newcomers.join(COUNTY, BOTH, Roles.OFFICER);
        newcomers.join(COUNTY, BOTH, Roles.MENTOR);
        assertThat(Tokens.page(BOTH, scores))
                .as("who has yet to score it learns nothing here")
                .doesNotContain("打的\">3");
    }

    private static RequestSpecification form(Rubric.Example example, int level) {
        RequestSpecification form = Tokens.form(MENTOR).formParam("broken", "no");
        example.scores().keySet().stream()
                .filter(criterion -> !criterion.equals("opening"))
                .forEach(criterion -> form.formParam("level-" + criterion, level));
        return form;
    }

    private static RequestSpecification whole(RequestSpecification form, Rubric.Example example) {
        return form.formParam("version", example.version()).formParam("level-opening", "3");
    }

    private void score(int mentor, Rubric.Example example, boolean today, boolean vetoed, Random random, List<Pair> all)
            throws SQLException {
        Map<String, Integer> levels = new LinkedHashMap<>();
        example.scores().forEach((criterion, deserved) -> {
            levels.put(criterion, random.nextInt(Rubric.BEST + 1));
            if (today) {
                all.add(new Pair("m" + mentor, criterion, levels.get(criterion), deserved.level()));
            }
        });
        String written = levels.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\": " + one.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        county.row(
                "example_scores (id, mentor, example, example_version, scores, vetoed, scored_at)",
                "'%s', '%s', '%s', '%s', '%s', %s, now()"
                        .formatted(
                                UUID.randomUUID(),
                                OwnCounty.person(mentor),
                                example.slug(),
                                today ? example.version() : "earlier",
                                written,
                                vetoed));
    }

    private static Map<String, List<Pair>> by(List<Pair> all, Function<Pair, String> key) {
        return all.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    /** Kappa as one minus the squares seen over those of each given level with each deserved one. */
    private static String figures(List<Pair> pairs) {
        int near = (int) pairs.stream()
                .filter(pair -> Math.abs(pair.given() - pair.deserved()) <= 1)
                .count();
        if (pairs.size() < ENOUGH) {
            return pairs.size() + "||||";
        }
        double seen = pairs.stream().mapToDouble(AgreementIT::square).sum();
        double chance = pairs.stream()
                        .flatMapToDouble(one -> pairs.stream()
                                .mapToDouble(other -> square(new Pair("", "", one.given(), other.deserved()))))
                        .sum()
                / pairs.size();
        return pairs.size() + "|"
                + pairs.stream().filter(pair -> square(pair) == 0).count() + "|" + near + "|"
                + Math.round(100f * near / pairs.size()) + "|"
                + BigDecimal.valueOf(1 - seen / chance)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static double square(Pair pair) {
        return Math.pow(pair.given() - pair.deserved(), 2);
    }
}
