package org.tianbo.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.stuck.StuckPeople;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.film.FilmCalls;
import org.tianbo.film.ShownFilm;
import org.tianbo.learning.LearningProgress;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * What belongs to a lesson is not lost with it: its film while its words change, videos once it is taken back. Needs
 * every feature that hangs something on a lesson.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class KeptWithLessonsIT {

    private static final String COUNTY = "keeping-county";
    private static final String OFFICER = "keeps-with-lessons";
    private static final String MENTOR = "mentors-what-is-kept";
    private static final String TRAINEE = "learns-what-is-kept";

    private static UUID officer;
    private static UUID trainee;

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    ShownFilm films;

    @Inject
    Curriculum curriculum;

    @Inject
    LearningProgress learning;

    @Inject
    StuckPeople stuck;

    @Inject
    CurrentCounty current;

    @BeforeEach
    void people() {
        if (officer == null) {
            counties.open(COUNTY, "留底县", "Keeping county");
            newcomers.join(COUNTY, MENTOR, Roles.MENTOR);
            trainee = newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
            officer = newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        }
    }

    @Test
    void videosOfALessonThatWasTakenBackCanBeLookedAtTakenBackAndDeleted() {
        String lesson = LessonDesk.ownLesson(OFFICER, "silk", "first-cocoon", "头一茬蚕");
        UUID film = films.of(COUNTY, lesson, officer, 30);
        LessonDesk.takeBack(OFFICER, lesson);

        assertThat(Tokens.page(OFFICER, "/lesson-videos")).contains("不再教的课", "头一茬蚕", "1 个视频");
        assertThat(Tokens.page(OFFICER, "/lesson-videos/" + lesson))
                .contains("现在不教了", "/withdraw", "课再发布时")
                .doesNotContain("data-upload", "/publish");
        assertThat(Tokens.page(OFFICER, "/lesson-videos/" + lesson + "/" + film))
                .contains("头一茬蚕");
        FilmCalls.announce(OFFICER, new UUID(1, 345), lesson, 1000).then().statusCode(404);
        FilmCalls.press(OFFICER, lesson, film, "withdraw")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/lesson-videos/" + lesson));
        FilmCalls.press(OFFICER, lesson, film, "publish").then().statusCode(409).body(containsString("现在不教了"));
        FilmCalls.page(OFFICER)
                .formParams("item", "any", "at", "0:05")
                .post("/lesson-videos/{lesson}/{film}/questions", lesson, film)
                .then()
                .statusCode(409)
                .body(containsString("现在不教了"));
        FilmCalls.press(OFFICER, lesson, film, "delete")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/lesson-videos"));
        assertThat(Tokens.page(OFFICER, "/lesson-videos")).doesNotContain("不再教的课");
    }

    @Test
    void aFilmStaysWithALessonWhoseWordsTheCountyChangesAndGoesWithItsDrawings() {
        String lesson = "three-shots";
        String page = "/learn/short-videos/" + lesson;
        String film = "/films/" + lesson + "-" + curriculum.lesson(lesson).version() + ".mp4";
        SortedMap<String, String> files = LessonDesk.shipped(lesson);
        files.computeIfPresent("lesson.zh.md", (name, text) -> text.replace("## 举个例子", "本县的话。\n\n## 举个例子"));

        LessonDesk.publish(OFFICER, lesson, files);
        assertThat(Tokens.page(TRAINEE, page)).contains("本县的话", film);
        assertThat(Tokens.page(OFFICER, "/content/lessons/" + lesson)).doesNotContain("就没有短片了");

        files.computeIfPresent(
                "far.svg", (name, svg) -> svg.replaceFirst("</svg>", "<circle cx=\"9\" cy=\"9\" r=\"3\"/></svg>"));
        LessonDesk.send(OFFICER, lesson, "/check", "0", files, "")
                .then()
                .body(containsString("没有问题"), containsString("就没有短片了"));
        LessonDesk.publish(OFFICER, lesson, files);
        assertThat(Tokens.page(TRAINEE, page)).contains("本县的话").doesNotContain("/films/");
        assertThat(Tokens.page(OFFICER, "/content/lessons/" + lesson)).contains("就没有短片了");
    }

    @Test
    void aCourseOfTheCountysOwnGetsAnotherTitleAndKeepsItsAddressAndLessons() {
        LessonDesk.ownLesson(OFFICER, "pears", "first-pear", "头一筐梨");

        renamed(OFFICER, "our-pears", "").then().statusCode(422).body(containsString("中文和英文都要写"));
        renamed(MENTOR, "our-pears", "梨园卖梨").then().statusCode(403);
        renamed(OFFICER, "our-apples", "梨园卖梨").then().statusCode(404);
        renamed(OFFICER, "our-pears", "梨园卖梨").then().statusCode(303);
        renamed(OFFICER, "our-pears", "梨园卖梨").then().statusCode(303);

        assertThat(Tokens.page(TRAINEE, "/learn"))
                .contains("梨园卖梨", "头一筐梨", "/learn/our-pears/our-first-pear")
                .doesNotContain("头一筐梨课程");
        assertThat(Tokens.page(OFFICER, "/content")).contains("梨园卖梨", "Pears of our own");
    }

    @Test
    void aLessonThatTheCountyAddsSetsNobodyBack() {
        int asked = current.as(COUNTY, stuck::lessons);
        LessonDesk.ownLesson(OFFICER, "bamboo", "first-basket", "头一只篮子");

        assertThat(Tokens.page(TRAINEE, "/learn")).contains("头一只篮子");
        assertThat(current.as(COUNTY, stuck::lessons)).isEqualTo(asked);
        assertThat(current.as(COUNTY, () -> learning.progress(trainee)).courses())
                .anySatisfy(course -> assertThat(course.lessons()).allMatch(one -> one.own() == course.own()))
                .filteredOn(course -> course.own())
                .isNotEmpty();
    }

    private static Response renamed(String login, String course, String title) {
        return Tokens.form(login)
                .formParam("title", title)
                .formParam("title-en", "Pears of our own")
                .formParam("summary", "学完会把自家的梨讲清楚。")
                .formParam("summary-en", "Afterwards you can explain your pears.")
                .post("/content/courses/" + course);
    }
}
