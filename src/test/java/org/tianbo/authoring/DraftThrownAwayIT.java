package org.tianbo.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.OpenedCounties;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What is left of a lesson when its draft is thrown away. Each test has a lesson of its own. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class DraftThrownAwayIT {

    private static final String COUNTY = "thrown-away-county";
    private static final String OFFICER = "publishes-what-stays";
    private static final String MENTOR = "throws-drafts-away";
    private static final String BUTTON = "扔掉存着的写法";

    @Inject
    OpenedCounties counties;

    @BeforeEach
    void people() {
        counties.open(COUNTY, "弃稿县", "Thrown away county", Map.of(MENTOR, Roles.MENTOR, OFFICER, Roles.OFFICER));
    }

    @Test
    void ofAShippedLessonWhatTraineesSeeIsLeft() {
        String lesson = "stand-the-phone";
        assertThat(page(lesson)).doesNotContain(BUTTON);
        draft(lesson, "头一稿");
        assertThat(page(lesson)).contains("头一稿", BUTTON, "学员现在看到的课文");

        throwAway(lesson, "7").then().statusCode(409).body(containsString("什么都没扔"), containsString("头一稿"));
        throwAway(lesson, "1").then().statusCode(303).header("Location", endsWith("/content/lessons/" + lesson));
        throwAway(lesson, "1").then().statusCode(303);
        assertThat(page(lesson)).doesNotContain("头一稿").doesNotContain(BUTTON);

        LessonDesk.publish(OFFICER, lesson, changed(lesson, "发布的一稿"));
        draft(lesson, "又一稿");
        throwAway(lesson, LessonDesk.revision(MENTOR, lesson)).then().statusCode(303);
        assertThat(page(lesson)).contains("发布的一稿").doesNotContain("又一稿").doesNotContain(BUTTON);
    }

    @Test
    void anOwnLessonGoesBackToWhatWasPublishedLastAndOneThatNeverWasIsGone() {
        String lesson = LessonDesk.ownLesson(OFFICER, "figs", "first-fig", "头一颗无花果");
        LessonDesk.takeBack(OFFICER, lesson);
        SortedMap<String, String> files = LessonDesk.shipped("first-look-at-a-live");
        LessonDesk.send(MENTOR, lesson, "", LessonDesk.revision(MENTOR, lesson), files, "")
                .then()
                .statusCode(303);
        assertThat(page(lesson)).contains(BUTTON, "本县上次发布的课文").doesNotContain("头一颗无花果");
        throwAway(lesson, LessonDesk.revision(MENTOR, lesson)).then().statusCode(303);
        assertThat(page(lesson)).contains("头一颗无花果").doesNotContain(BUTTON);

        Tokens.form(MENTOR)
                .formParam("name", "second-fig")
                .post("/content/courses/our-figs/lessons")
                .then()
                .statusCode(303);
        assertThat(page("our-second-fig")).contains(BUTTON, "从单子里去掉");
        throwAway("our-second-fig", "1").then().statusCode(303).header("Location", endsWith("/content#our-figs"));
        Tokens.as(MENTOR).get("/content/lessons/our-second-fig").then().statusCode(404);
        assertThat(Tokens.page(MENTOR, "/content")).contains(lesson).doesNotContain("our-second-fig");
    }

    private static String page(String lesson) {
        return Tokens.page(MENTOR, "/content/lessons/" + lesson);
    }

    private static void draft(String lesson, String words) {
        LessonDesk.send(MENTOR, lesson, "", LessonDesk.revision(MENTOR, lesson), changed(lesson, words), "")
                .then()
                .statusCode(303);
    }

    private static SortedMap<String, String> changed(String lesson, String words) {
        SortedMap<String, String> files = LessonDesk.shipped(lesson);
        files.computeIfPresent("lesson.zh.md", (name, text) -> text.replace("## 举个例子", words + "。\n\n## 举个例子"));
        return files;
    }

    private static Response throwAway(String lesson, String revision) {
        return Tokens.form(MENTOR).formParam("revision", revision).post("/content/lessons/" + lesson + "/discard");
    }
}
