package org.tianbo.cohort.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.milestone.Milestones;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.Downloads;

/** The page, the file taken along and a recount say the same, whatever happened. Needs the application. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class NumbersEverywhereIT {

    private static final String OFFICER = "compares-numbers";
    private static final String OF_THE_PROVINCE = "compares-counties";
    private static final MilestoneEvidence NOTE = new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, "n");
    private static final int ACTIONS = 60;
    private static final int LISTS = 6;
    private static final Pattern CELLS = Pattern.compile("<td class=\"n\"[^>]*><a href=\"([^\"]*)\">(\\d+)</a>");
    private static final Pattern LINES = Pattern.compile("<th scope=\"row\"><a href=\"/cohorts/");
    private static final List<StageCounts.Side> SIDES = Arrays.stream(StageCounts.Side.values())
            .filter(side -> side != StageCounts.Side.NONE)
            .toList();

    @Inject
    CountsFold fold;

    @Inject
    Cohorts cohorts;

    @Inject
    Milestones milestones;

    @Inject
    CurrentCounty county;

    @Inject
    Newcomers newcomers;

    @Inject
    Clock clock;

    private CountedCounty place;

    @BeforeEach
    void aCounty() throws SQLException {
        place = new CountedCounty();
        newcomers.join(CountedCounty.ID, OFFICER, Roles.OFFICER);
        newcomers.join(CountedCounty.ID, OF_THE_PROVINCE, Roles.PROVINCE);
    }

    @AfterEach
    void remove() throws SQLException {
        place.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void pageFileListsAndRecountAgree(long seed) throws SQLException {
        Random random = new Random(seed);
        for (int action = 1; action <= ACTIONS; action++) {
            act(random);
            if (action % 20 == 0) {
                agree(random);
            }
        }
    }

    /** What the test above would say of a sum that is off by one, and of a list that is short of somebody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update stage_counts set learning = learning + 1",
                "update counted_trainees set held = held # 2",
                "update stage_counts set gone = gone + 1 where grain <> 7"
            })
    void aWrongNumberDoesNotPass(String wrong) throws SQLException {
        Random random = new Random(1);
        for (int action = 1; action <= ACTIONS; action++) {
            act(random);
        }
        inCounty(() -> fold.run(CountedCounty.ID));
        agree(random);
        place.execute(wrong + (wrong.contains("where") ? " and" : " where") + " county = '" + CountedCounty.ID + "'");

        assertThatThrownBy(() -> agree(random)).isInstanceOf(AssertionError.class);
    }

    private void act(Random random) throws SQLException {
        UUID person = any(place.people, random);
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                UUID cohort = any(place.classes, random);
                inCounty(() -> cohorts.enrol(cohort, Map.of(person, NOTE), Consent.onPaper(person)));
            }
            case 3 -> place.move(person, any(place.villages, random), any(CountedCounty.CATEGORIES, random));
            case 4 -> inCounty(() -> milestones.lost(person, any(stages(), random), clock.instant(), NOTE, "lost"));
            case 5 -> inCounty(() -> fold.run(CountedCounty.ID));
            default ->
                inCounty(() -> milestones.reached(
                        person,
                        any(stages(), random),
                        clock.instant().minus(Duration.ofHours(random.nextInt(2000))),
                        NOTE));
        }
    }

    private void agree(Random random) throws SQLException {
        List<CountedCounty.Counted> all = place.recount();
        if (all.isEmpty()) {
            return;
        }
        for (StageCounts.Side side : SIDES) {
            String query = "?by=" + side.code();
            List<String> expected = expected(all, side);
            String table = table(get("/dashboards" + query), "parts");
            assertThat(sorted(rows(table))).as("the page by %s", side).isEqualTo(expected);
            assertThat(sorted(file("funnel.{format}" + query)))
                    .as("the file by %s", side)
                    .isEqualTo(expected);
            lists(table, random);
        }
        String now = numbers(all);
        String months = get("/dashboards/months");
        if (months.contains("id=\"months\"")) {
            assertThat(rows(table(months, "months")))
                    .as("what is said of today")
                    .containsExactly(now);
            assertThat(file("months.{format}")).as("the file says so too").endsWith(now);
        }
        String times = table(get("/dashboards/times"), "times");
        assertThat(String.join(" ", rows(times)))
                .as("those who took so many days")
                .isEqualTo(now.substring(now.indexOf(' ') + 1, now.lastIndexOf(' ')));
        assertThat(Downloads.rows(OFFICER, "/dashboards/times.{format}"))
                .extracting(row -> row.get(1))
                .as("the file of how many took so many days")
                .containsExactlyElementsOf(rows(times));
        lists(times, random);
        Stage stage = any(stages(), random);
        String villages = table(get("/dashboards/map?stage=" + stage.code()), "villages");
        assertThat(sorted(rows(villages))).as("the map of %s", stage).isEqualTo(MapAndProvince.ofVillages(all, stage));
        lists(villages, random);
        assertThat(MapAndProvince.shown(Tokens.page(OF_THE_PROVINCE, "/province")))
                .as("what the province sees")
                .isEqualTo(MapAndProvince.ofTheCounty(all));
        assertThat(Downloads.rows(OFFICER, "/dashboards/map/villages.{format}?stage=" + stage.code()))
                .as("the file of the map says so too")
                .extracting(row -> row.get(2) + " " + row.get(3))
                .containsExactlyElementsOf(rows(villages));
    }

    /** A few of a table's numbers, and as many lines in the list that each opens. */
    private static void lists(String table, Random random) {
        List<MatchResult> cells = new ArrayList<>(CELLS.matcher(table).results().toList());
        Collections.shuffle(cells, random);
        for (MatchResult cell : cells.subList(0, Math.min(LISTS, cells.size()))) {
            String address = cell.group(1).replace("&amp;", "&");
            assertThat(LINES.matcher(get(address)).results().count())
                    .as("the list %s", address)
                    .isEqualTo(Long.parseLong(cell.group(2)));
        }
    }

    /** The counts of each part and of all together, without names: left, then the stages. */
    private List<String> expected(List<CountedCounty.Counted> all, StageCounts.Side side) {
        Map<String, List<CountedCounty.Counted>> parts =
                all.stream().collect(Collectors.groupingBy(one -> key(side, one), TreeMap::new, Collectors.toList()));
        List<String> numbers = new ArrayList<>(
                parts.values().stream().map(NumbersEverywhereIT::numbers).toList());
        numbers.add(numbers(all));
        return sorted(numbers);
    }

    private static String numbers(List<CountedCounty.Counted> part) {
        String held = Arrays.stream(Stage.values())
                .map(stage -> Long.toString(
                        stage == Stage.ENROLLED
                                ? part.size()
                                : part.stream()
                                        .filter(one -> one.held().containsKey(stage))
                                        .count()))
                .collect(Collectors.joining(" "));
        return held + " " + part.stream().filter(CountedCounty.Counted::gone).count();
    }

    private String key(StageCounts.Side side, CountedCounty.Counted one) {
        return switch (side) {
            case COHORT -> one.cohort().toString();
            case TOWN -> Integer.toString(place.villages.indexOf(one.village()) / 2);
            case AGE -> Integer.toString(one.age().ordinal());
            case VILLAGE -> one.village().toString();
            default -> one.category();
        };
    }

    private static String table(String page, String id) {
        int begin = page.indexOf("id=\"" + id + "\"");
        return page.substring(begin, page.indexOf("</table>", begin));
    }

    /** The numbers of each row of a table that open a list, its foot included. */
    private static List<String> rows(String table) {
        return Arrays.stream(table.split("<tr"))
                .map(row ->
                        CELLS.matcher(row).results().map(cell -> cell.group(2)).collect(Collectors.joining(" ")))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** The numbers of each row, without its name. */
    private static List<String> file(String name) {
        return Downloads.rows(OFFICER, "/dashboards/" + name).stream()
                .map(row -> String.join(" ", row.subList(1, row.size())))
                .toList();
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    private static String get(String address) {
        return Tokens.as(OFFICER)
                .urlEncodingEnabled(false)
                .accept("text/html, text/csv")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<Stage> stages() {
        return Arrays.asList(Stage.values()).subList(1, Stage.values().length);
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private void inCounty(Runnable work) {
        county.run(CountedCounty.ID, work);
    }
}
