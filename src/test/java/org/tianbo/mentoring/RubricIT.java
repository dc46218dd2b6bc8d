package org.tianbo.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Officers of counties of their own change the rubric, and mentors go on grading; needs the pages and recordings. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RubricIT {

    private static final String GRADED = "rubric-graded";
    private static final String COUNTY = "rubric-county";
    private static final String RUBRIC = "/county/settings/mentoring.rubric";
    private static final String WHY = "这里的人先要敢开口";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @BeforeEach
    void countiesWithTheirOffices() {
        for (String county : List.of(GRADED, COUNTY)) {
            counties.open(county, county, county);
            newcomers.join(county, officer(county), Roles.OFFICER);
        }
    }

    @Test
    void aReviewKeepsTheRubricItWasBegunByAndTheNextFollowsTheNewOne() {
        String trainee = "rubric-trainee";
        String mentor = "rubric-mentor";
        UUID id = newcomers.join(GRADED, trainee, Roles.TRAINEE);
        newcomers.assign(GRADED, mentor, id);
        JsonPath before = ReviewCalls.claimed(mentor, trainee);
        assertThat(before.getString("rubricVersion")).doesNotStartWith("own");

        weigh(GRADED, version(GRADED), Map.of("opening", "30", "explanation", "0"))
                .statusCode(303);
        JsonPath after = ReviewCalls.claimed(mentor, trainee);

        assertThat(after.getString("rubricVersion")).startsWith("own-1.");
        page(mentor, "/mentoring/" + after.getString("id"))
                .body(containsString("data-criterion=\"opening\""))
                .body(not(containsString("data-criterion=\"explanation\"")));
        page(mentor, "/mentoring/" + before.getString("id")).body(containsString("data-criterion=\"explanation\""));
        publish(mentor, before, ReviewCalls.completeDraft(), 80);
        ReviewCalls.put(mentor, after.getString("id"), after.getLong("version"), ReviewCalls.completeDraft())
                .statusCode(422)
                .body("errors.code", contains("curriculum.criterion-unknown", "curriculum.criterion-unknown"));
        Map<String, Integer> scores = new HashMap<>();
        ReviewCalls.CRITERIA.stream().filter(one -> !one.equals("explanation")).forEach(one -> scores.put(one, 0));
        scores.put("opening", 5);
        publish(
                mentor,
                after,
                Map.of(
                        "marks",
                        scores,
                        "compliance",
                        Map.of("broken", false),
                        "moments",
                        List.of(ReviewCalls.moment(0, "opening", "change"))),
                30);

        words(GRADED, version(GRADED), "opening", Map.of("title", "敢开口")).statusCode(303);
        putBack(GRADED).statusCode(303);
        feedback(trainee, before)
                .body(containsString("讲产品"))
                .body(containsString("开头"))
                .body(not(containsString("敢开口")));
        feedback(trainee, after).body(not(containsString("讲产品"))).body(containsString("开头"));
        page(officer(GRADED), RUBRIC)
                .body(containsString("开头：分量 10 → 30"))
                .body(containsString("讲产品：分量 20 → 0"))
                .body(containsString("敢开口：改了写法"))
                .body(containsString(WHY))
                .body(not(containsString("name=\"usual\"")));
        page(officer(GRADED), RUBRIC + "/versions/2").body(containsString("敢开口"));
        page(officer(GRADED), "/county/settings").body(containsString("改回通用的：" + WHY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            11 | 10 | 正好是 100
            -1 | 31 | 0 到 100 的整数
            101 | 0 | 0 到 100 的整数
            半 | 10 | 0 到 100 的整数
            '' | 10 | 0 到 100 的整数
            """)
    void weightsThatMakeNoRubricAreRefusedAndNothingTypedIsLost(String opening, String pace, String fault) {
        String before = version(COUNTY);

        weigh(COUNTY, before, Map.of("opening", opening, "pace", pace))
                .statusCode(422)
                .body(containsString(fault))
                .body(containsString("value=\"" + opening + "\""))
                .body(containsString(">" + WHY + "</textarea>"));
        assertThat(version(COUNTY)).isEqualTo(before);
    }

    @Test
    void threeCriteriaAreTheFewest() {
        Map<String, String> two = new HashMap<>();
        ReviewCalls.CRITERIA.forEach(one -> two.put(one, "0"));
        two.put("opening", "50");
        two.put("pace", "50");

        weigh(COUNTY, version(COUNTY), two).statusCode(422).body(containsString("至少要评三项"));
    }

    @Test
    void aCriterionOfTheCountysOwnIsScoredOnceItHasAWeightAndReadInChineseWhereItHasNoEnglish() {
        String officer = officer(COUNTY);
        Map<String, String> typed = new HashMap<>(Map.of("title", "讲家乡", "ask", "有没有讲到村里的事？"));
        for (int level = 0; level < 6; level++) {
            typed.put("level-" + level, "讲到第 " + level + " 成");
        }

        words(COUNTY, version(COUNTY), "new", Map.of("title", "讲家乡"))
                .statusCode(422)
                .body(containsString("这里要写几个字"));
        String seen = version(COUNTY);
        words(COUNTY, seen, "new", typed).statusCode(303);
        words(COUNTY, seen, "new", typed).statusCode(303);
        assertThat(version(COUNTY)).as("sent twice, once").isEqualTo(Integer.toString(Integer.parseInt(seen) + 1));
        String own = "own-" + version(COUNTY);
        page(officer, RUBRIC).body(containsString("添了“讲家乡”")).body(containsString("weight-" + own));

        weigh(COUNTY, version(COUNTY), Map.of(own, "10", "opening", "0")).statusCode(303);
        weigh(COUNTY, seen, Map.of("pace", "0", "opening", "20"))
                .statusCode(409)
                .body(containsString("别人已经改了这一项"));
        page(officer).header("Accept-Language", "en").get(RUBRIC).then().body(containsString("讲家乡"));
        page(officer, RUBRIC + "/criteria/" + own)
                .body(containsString("改“讲家乡”的写法"))
                .body(containsString("讲到第 5 成"));
        page(officer).get(RUBRIC + "/criteria/nothing").then().statusCode(404);
        page(officer).get(RUBRIC + "/versions/999").then().statusCode(404);
        weigh(COUNTY, version(COUNTY), Map.of()).statusCode(422).body(containsString("没有什么要改"));
        putBack(COUNTY).statusCode(303);
    }

    @ParameterizedTest
    @CsvSource({"officer1, 200, 422", "auditor1, 200, 403", "coordinator1, 403, 403", "mentor1, 403, 403"})
    void officersAndAuditorsReadAndOfficersChange(String login, int read, int write) {
        page(login).get(RUBRIC).then().statusCode(read);
        page(login).post(RUBRIC).then().statusCode(write);
        page(login).post(RUBRIC + "/criteria/opening").then().statusCode(write);
    }

    private static void publish(String mentor, JsonPath review, Map<String, ?> draft, int score) {
        ReviewCalls.put(mentor, review.getString("id"), review.getLong("version"), draft)
                .statusCode(200);
        ReviewCalls.publish(mentor, review.getString("id"))
                .statusCode(200)
                .body("score", equalTo(score))
                .body("rubricVersion", startsWith(review.getString("rubricVersion")));
    }

    private static ValidatableResponse feedback(String trainee, JsonPath review) {
        UUID attempt = UUID.fromString(review.getString("attempt"));
        Eventually.value(() -> Attempts.state(trainee, attempt), "reviewed"::equals);
        return page(trainee, "/practice/" + attempt + "/feedback");
    }

    private static ValidatableResponse weigh(String county, String version, Map<String, String> weights) {
        Map<String, String> form = new HashMap<>(Map.of("version", version, "reason", WHY));
        weights.forEach((criterion, weight) -> form.put("weight-" + criterion, weight));
        return page(officer(county)).formParams(form).post(RUBRIC).then();
    }

    /** Changes some words and leaves the others as they are. */
    private static ValidatableResponse words(String county, String version, String id, Map<String, String> words) {
        Map<String, String> form = new HashMap<>(Map.of("version", version, "reason", WHY));
        if (!id.equals("new")) {
            XmlPath page = page(officer(county)).get(RUBRIC + "/criteria/" + id).htmlPath();
            for (String field : List.of("ask", "level-0", "level-1", "level-2", "level-3", "level-4", "level-5")) {
                form.put(field, page.getString("**.find { it.@name == '" + field + "' }.text()"));
            }
        }
        form.putAll(words);
        return page(officer(county))
                .formParams(form)
                .post(RUBRIC + "/criteria/" + id)
                .then();
    }

    private static ValidatableResponse putBack(String county) {
        return page(officer(county))
                .formParams(Map.of("version", version(county), "usual", "yes", "reason", WHY))
                .post(RUBRIC)
                .then();
    }

    private static String version(String county) {
        return page(officer(county)).get(RUBRIC).htmlPath().getString("**.find { it.@name == 'version' }.@value");
    }

    private static String officer(String county) {
        return county + "-officer";
    }

    private static ValidatableResponse page(String login, String address) {
        return page(login).get(address).then().statusCode(200);
    }

    private static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }
}
