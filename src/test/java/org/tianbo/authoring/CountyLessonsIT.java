package org.tianbo.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.OpenedCounties;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** A county's own lessons, from its writers' desk to its trainees' phones. Each test has lessons of its own. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(CountyLessonsIT.ELSEWHERE)
class CountyLessonsIT {

    static final String ELSEWHERE = "reads-lessons-elsewhere";
    private static final String COUNTY = "writing-county";
    private static final String MENTOR = "writes-lessons";
    private static final String OFFICER = "publishes-lessons";
    private static final String AUDITOR = "audits-lessons";
    private static final String TRAINEE = "reads-own-lessons";

    @Inject
    OpenedCounties counties;

    @BeforeEach
    void people() {
        counties.open(
                COUNTY,
                "写课县",
                "Writing county",
                Map.of(MENTOR, Roles.MENTOR, OFFICER, Roles.OFFICER, AUDITOR, Roles.AUDITOR, TRAINEE, Roles.TRAINEE));
    }

    @Test
    void aChangedLessonIsSeenByTheCountysTraineesAloneOnceItIsPublished() {
        String lesson = "stand-the-phone";
        String page = "/learn/phone-in-hand/" + lesson;
        Response before = Tokens.as(TRAINEE).accept("text/html").get(page);
        Map<String, String> files = changed(lesson, "（写课县改过）");

        LessonDesk.send(MENTOR, lesson, "", "0", files, "").then().statusCode(303);
        assertThat(Tokens.page(MENTOR, "/content/lessons/" + lesson)).contains("写课县改过", "检查过了，没有问题");
        assertThat(Tokens.page(MENTOR, "/content")).contains("有没发布的改动");
        assertThat(Tokens.page(TRAINEE, page)).doesNotContain("写课县改过");
        LessonDesk.send(MENTOR, lesson, "/publish", "1", files, "改成本县的").then().statusCode(403);
        LessonDesk.send(OFFICER, lesson, "/publish", "1", files, "短")
                .then()
                .statusCode(422)
                .body(containsString("至少五个字"), containsString("写课县改过"));

        LessonDesk.publish(OFFICER, lesson, files);
        Tokens.as(TRAINEE)
                .accept("text/html")
                .header("If-None-Match", before.header("ETag"))
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("写课县改过"));
        assertThat(Tokens.page(TRAINEE, "/learn/offline/phone-in-hand")).contains("写课县改过");
        assertThat(Tokens.page(ELSEWHERE, page)).doesNotContain("写课县改过");
        assertThat(version(ELSEWHERE, lesson)).isNotEqualTo(version(TRAINEE, lesson));
        assertThat(Tokens.page(AUDITOR, "/content")).contains("本县改过");

        String shown = version(TRAINEE, lesson);
        LessonDesk.takeBack(OFFICER, lesson);
        assertThat(Tokens.page(TRAINEE, page)).doesNotContain("写课县改过");
        assertThat(version(TRAINEE, lesson)).isEqualTo(version(ELSEWHERE, lesson));
        answer(TRAINEE, lesson, shown).then().body("results.status", equalTo(List.of("accepted")));
        answer(ELSEWHERE, lesson, shown)
                .then()
                .body("results.status", equalTo(List.of("rejected")))
                .body("results.code", equalTo(List.of("learning.version-unknown")));
    }

    @Test
    void aCourseOfTheCountysOwnIsTaughtThereOnly() {
        Tokens.form(OFFICER)
                .formParams(course("tea"))
                .post("/content/courses")
                .then()
                .statusCode(303)
                .header("Location", containsString("/content#our-tea"));
        assertThat(courses(TRAINEE)).doesNotContain("our-tea");
        Tokens.form(MENTOR)
                .formParam("name", "first-picking")
                .post("/content/courses/our-tea/lessons")
                .then()
                .statusCode(303)
                .header("Location", containsString("/content/lessons/our-first-picking"));
        Tokens.form(MENTOR)
                .formParam("name", "first-picking")
                .post("/content/courses/our-tea/lessons")
                .then()
                .statusCode(422)
                .body(containsString("这个简称已经用过了"));

        SortedMap<String, String> files = example();
        LessonDesk.publish(OFFICER, "our-first-picking", files);
        assertThat(courses(TRAINEE)).contains("our-tea");
        assertThat(courses(ELSEWHERE)).doesNotContain("our-tea");
        assertThat(Tokens.page(TRAINEE, "/learn")).contains("采茶卖茶", "采茶第一课");
        assertThat(Tokens.page(TRAINEE, "/learn/offline")).contains("/learn/our-tea/our-first-picking");
        String lesson = Tokens.page(TRAINEE, "/learn/our-tea/our-first-picking");
        assertThat(lesson).contains("采茶第一课", "<svg class=\"drawing\"");
        Tokens.page(TRAINEE, "/learn/our-tea/our-first-picking/quiz");
        Tokens.as(ELSEWHERE).get("/learn/our-tea/our-first-picking").then().statusCode(404);
        assertThat(searched(TRAINEE)).contains("href=\"/learn/our-tea/our-first-picking");
        assertThat(searched(ELSEWHERE)).contains("data-pack").doesNotContain("our-first-picking");
        String index = searched(TRAINEE).replaceFirst("(?s).*data-pack=\"([^\"]+)\".*", "$1");
        assertThat(Tokens.as(TRAINEE).get(index).asString()).contains("our-first-picking");
        assertThat(Tokens.as(ELSEWHERE).get(index).asString())
                .contains("first-look-at-a-live")
                .doesNotContain("our-first-picking");
        assertThat(Tokens.page(OFFICER, "/lesson-videos?course=our-tea")).contains("采茶第一课");
        assertThat(Tokens.page(OFFICER, "/questions?course=our-tea")).contains("采茶卖茶");

        String shown = version(TRAINEE, "our-first-picking");
        LessonDesk.takeBack(OFFICER, "our-first-picking");
        assertThat(courses(TRAINEE)).doesNotContain("our-tea");
        Tokens.form(TRAINEE)
                .formParam("version", shown)
                .post("/learn/our-tea/our-first-picking")
                .then()
                .statusCode(303)
                .header("Location", not(containsString("quiz")));
        Tokens.form(TRAINEE)
                .formParams(Map.of("version", shown, "question-1", "a"))
                .post("/learn/our-tea/our-first-picking/quiz")
                .then()
                .statusCode(200)
                .body(containsString("采茶第一课"));
    }

    @Test
    void ofTwoWhoWriteAtOnceNeitherLosesAWord() {
        String lesson = "light-and-background";
        Map<String, String> mine = changed(lesson, "（我写的）");
        Map<String, String> theirs = changed(lesson, "（她写的）");
        LessonDesk.send(MENTOR, lesson, "", "0", theirs, "").then().statusCode(303);
        LessonDesk.send(MENTOR, lesson, "", "0", theirs, "").then().statusCode(303);

        LessonDesk.send(OFFICER, lesson, "", "0", mine, "")
                .then()
                .statusCode(409)
                .body(containsString("（我写的）"), containsString("（她写的）"), containsString("没有丢"));

        LessonDesk.send(OFFICER, lesson, "", LessonDesk.revision(OFFICER, lesson), mine, "")
                .then()
                .statusCode(303);
        assertThat(Tokens.page(MENTOR, "/content/lessons/" + lesson)).contains("（我写的）");
    }

    @Test
    void aLessonWithFaultsIsKeptButNotPublished() {
        String lesson = "sound-that-carries";
        SortedMap<String, String> files = LessonDesk.shipped(lesson);
        files.put("quiz.yaml", "draw: 4\n" + files.get("quiz.yaml").replaceFirst("draw: \\d+\\n", "pas: 3\n"));

        LessonDesk.send(OFFICER, lesson, "/publish", "0", files, "改成本县的小测")
                .then()
                .statusCode(422)
                .body(containsString("quiz.yaml 第 2 行"), containsString("不认识“pas”"), containsString("改好才能发布"));
        assertThat(Tokens.page(OFFICER, "/content/lessons/" + lesson)).contains("quiz.yaml 第 2 行", "<h1>让人听得清");
        SortedMap<String, String> anchored = new TreeMap<>(files);
        anchored.put("quiz.yaml", "&a {title: x}");
        LessonDesk.send(OFFICER, lesson, "", LessonDesk.revision(OFFICER, lesson), anchored, "")
                .then()
                .statusCode(303);
        assertThat(Tokens.page(OFFICER, "/content/lessons/" + lesson)).contains("quiz.yaml 第 1 行");
        assertThat(version(TRAINEE, lesson)).isEqualTo(version(ELSEWHERE, lesson));

        LessonDesk.send(OFFICER, lesson, "/check", "0", files, "")
                .then()
                .statusCode(200)
                .body(containsString("不认识“pas”"), not(containsString("<html")));
        LessonDesk.send(OFFICER, lesson, "/preview", "0", files, "")
                .then()
                .statusCode(200)
                .body(containsString("还显示不出来"));
    }

    @Test
    void whatIsNotYetSavedIsShownInAFrameOfOurOwnPagesOnly() {
        String lesson = "power-and-network";
        Response shown = LessonDesk.send(MENTOR, lesson, "/preview", "0", changed(lesson, "（没存过）"), "");

        shown.then().statusCode(200).body(containsString("（没存过）"), containsString("class=\"phone\""));
        assertThat(shown.header("Content-Security-Policy")).contains("frame-ancestors 'self'", "script-src 'self'");
        Response editor = Tokens.as(MENTOR).accept("text/html").get("/content/lessons/" + lesson);
        assertThat(editor.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "frame-src 'self'");
        assertThat(editor.asString()).doesNotContain("（没存过）");
        LessonDesk.send(TRAINEE, lesson, "/preview", "0", example(), "").then().statusCode(403);
        LessonDesk.send(AUDITOR, lesson, "", "0", example(), "").then().statusCode(403);
    }

    @Test
    void filesThatCannotBeAreRefusedAndStayOnThePage() {
        String lesson = "scams-and-codes";
        Map<String, String> strange = new TreeMap<>(changed(lesson, "（还在）"));
        strange.put("drawing-name", "../up.svg");
        strange.put("drawing", "<svg/>");
        LessonDesk.send(MENTOR, lesson, "", "0", strange, "")
                .then()
                .statusCode(422)
                .body(containsString("（还在）"), containsString("不能用"));
        Map<String, String> tooLong = new TreeMap<>(changed(lesson, "长".repeat(210_000)));
        LessonDesk.send(MENTOR, lesson, "", "0", tooLong, "").then().statusCode(413);
        Tokens.as(MENTOR).get("/content/lessons/no-such-lesson").then().statusCode(404);
        LessonDesk.send(MENTOR, "no-such-lesson", "", "0", example(), "").then().statusCode(404);
    }

    private static Map<String, String> changed(String lesson, String words) {
        SortedMap<String, String> files = LessonDesk.shipped(lesson);
        files.computeIfPresent("lesson.zh.md", (name, text) -> text.replace("## 举个例子", words + "\n\n## 举个例子"));
        return files;
    }

    private static SortedMap<String, String> example() {
        SortedMap<String, String> files = LessonDesk.shipped("first-look-at-a-live");
        files.computeIfPresent("lesson.zh.md", (name, text) -> text.replaceFirst("title: [^\\n]*", "title: 采茶第一课"));
        return files;
    }

    private static Map<String, String> course(String name) {
        return Map.of(
                "name", name,
                "title", "采茶卖茶",
                "title-en", "Tea",
                "summary", "学完会把自家的茶讲清楚。",
                "summary-en", "Afterwards you can explain your own tea.");
    }

    private static List<String> courses(String login) {
        return Tokens.as(login).get("/api/courses").path("slug");
    }

    private static String searched(String login) {
        return Tokens.as(login)
                .accept("text/html")
                .queryParam("q", "采茶第一课")
                .get("/learn/search")
                .asString();
    }

    private static String version(String login, String lesson) {
        return Tokens.as(login).get("/api/lessons/" + lesson).path("version");
    }

    private static Response answer(String login, String lesson, String version) {
        Map<String, Object> answers = Map.of("lesson", lesson, "version", version, "answers", Map.of());
        return Tokens.as(login)
                .contentType("application/json")
                .body(Map.of(
                        "device",
                        "a phone",
                        "records",
                        List.of(Map.of(
                                "id",
                                Ids.next(),
                                "type",
                                "quiz.submitted",
                                "at",
                                Instant.now().toString(),
                                "data",
                                answers))))
                .post("/api/sync");
    }
}
