package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({
    LessonPageIT.TRAINEE,
    LessonPageIT.OTHER,
    LessonPageIT.THIRD,
    LessonPageIT.FOURTH,
    LessonPageIT.FIFTH,
    LessonPageIT.SIXTH
})
class LessonPageIT {

    static final String TRAINEE = "lesson-page";
    static final String OTHER = "lesson-page-other";
    static final String THIRD = "lesson-page-third";
    static final String FOURTH = "lesson-page-fourth";
    static final String FIFTH = "lesson-page-fifth";
    static final String SIXTH = "lesson-page-sixth";

    /** Ten segments of 1460 bytes: what a server may send before the first acknowledgement (RFC 6928). */
    private static final int FIRST_WINDOW = 14_600;

    private static final String PAGE = "/learn/speaking-to-camera/first-sentence";
    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js))\"");

    private final HttpClient browser = HttpClient.newHttpClient();

    @Inject
    Curriculum curriculum;

    @Inject
    Newcomers newcomers;

    @ParameterizedTest
    @CsvSource({"zh-CN, gzip", "en, gzip", "zh-CN, 'gzip, deflate, br, zstd'", "en, 'gzip, deflate, br, zstd'"})
    void everyLessonsFirstRenderFitsTheFirstWindow(String language, String encodings) {
        Map<String, Integer> assets = new HashMap<>();
        Map<String, Integer> totals = new HashMap<>();
        for (CourseView course : curriculum.courses()) {
            for (LessonSummary lesson : course.lessons()) {
                String address = "/learn/" + course.slug() + "/" + lesson.slug();
                String html = Tokens.as(TRAINEE)
                        .header("Accept-Language", language)
                        .get(address)
                        .asString();
                int total = weight(address, language, encodings);
                for (String asset : LINKED.matcher(html)
                        .results()
                        .map(found -> found.group(1))
                        .toList()) {
                    total += assets.computeIfAbsent(asset, one -> weight(one, language, encodings));
                }
                totals.put(lesson.slug(), total);
            }
        }
        Map.Entry<String, Integer> heaviest = Collections.max(totals.entrySet(), Map.Entry.comparingByValue());
        assertThat(heaviest.getValue())
                .as("%s in %s as %s", heaviest.getKey(), language, encodings)
                .isLessThanOrEqualTo(FIRST_WINDOW);
    }

    @Test
    void aPageSeenBeforeIsNotSentAgain() {
        Response first = page(OTHER, "zh-CN");
        String tag = first.header("ETag");

        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        Tokens.as(OTHER)
                .header("If-None-Match", tag)
                .get(PAGE)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
    }

    @Test
    void anotherReaderLanguageOrProgressIsAnotherPage() {
        String tag = page(THIRD, "zh-CN").header("ETag");

        assertThat(page(THIRD, "en").header("ETag")).isNotEqualTo(tag);
        assertThat(page(FOURTH, "zh-CN").header("ETag")).isNotEqualTo(tag);
        finish(THIRD);
        assertThat(page(THIRD, "zh-CN").header("ETag")).isNotEqualTo(tag);
    }

    /** The page is rendered for whoever comes first, and sent to everybody; blanks make up a name's width. */
    @Test
    void everyReaderFindsTheirOwnNameInThePageAndNobodyElses() {
        String first = newcomers.join("reads-first", Roles.TRAINEE).toString();
        String second = newcomers.join("reads-second", Roles.TRAINEE).toString();

        String hers = page("reads-first", "zh-CN").asString();
        String his = page("reads-second", "zh-CN").asString();

        assertThat(hers).contains("data-person=\"" + first + "\"", ">reads-first ");
        assertThat(his).isEqualTo(hers.replace(first, second).replace("reads-first ", "reads-second"));
    }

    @Test
    void theLessonSpeaksTheReadersLanguage() {
        assertThat(page(TRAINEE, "zh-CN").asString()).contains("第一句话：我是谁", "lang=\"zh-CN\"", "轮到你");
        assertThat(page(TRAINEE, "en").asString()).contains("The first sentence: who I am", "lang=\"en\"", "Now you");
    }

    @Test
    void withoutAScriptTheButtonRecordsTheLessonAndLeadsToTheQuiz() {
        finish(FIFTH).then().statusCode(303).header("Location", containsString(PAGE + "/quiz"));

        assertThat(page(FIFTH, "zh-CN").asString()).contains("学过了").doesNotContain("<form");
        Tokens.as(FIFTH).get("/learn").then().statusCode(200).body(containsString("学了 1 课"));
    }

    @Test
    void withoutAScriptTheQuizIsGradedAndExplained() {
        Tokens.as(SIXTH)
                .contentType(ContentType.URLENC)
                .formParam("version", curriculum.lesson("first-sentence").version())
                .formParam("dialect", "a")
                .post(PAGE + "/quiz")
                .then()
                .statusCode(200)
                .body(
                        containsString("答对 0 题，共 "
                                + curriculum.quiz("first-sentence").items().size() + " 题"),
                        containsString("家乡话不扣分"),
                        containsString("choice wrong"));
    }

    @Test
    void aFormWithAVersionThatNeverWasStoresNothing() {
        Tokens.as(SIXTH)
                .header("Accept", "text/html")
                .contentType(ContentType.URLENC)
                .formParam("version", "0123456789abcdef")
                .post(PAGE)
                .then()
                .statusCode(422);
        Tokens.as(SIXTH)
                .contentType(ContentType.URLENC)
                .formParam("version", "x")
                .post(PAGE + "/quiz")
                .then()
                .statusCode(404);
        Tokens.as(SIXTH).contentType(ContentType.URLENC).post(PAGE).then().statusCode(422);
    }

    @Test
    void whoIsNotSignedInIsLedToTheDoor() {
        RestAssured.given()
                .redirects()
                .follow(false)
                .get(PAGE)
                .then()
                .statusCode(302)
                .header("Location", containsString("/auth/"));
    }

    @Test
    void aLessonIsForLearners() {
        Tokens.as("officer1").header("Accept", "text/html").get(PAGE).then().statusCode(403);
    }

    @Test
    void aLessonThatIsNotInThisCourseIsNotThere() {
        Tokens.as(TRAINEE)
                .header("Accept", "text/html")
                .get("/learn/no-course/first-sentence")
                .then()
                .statusCode(404);
        Tokens.as(TRAINEE)
                .header("Accept", "text/html")
                .get("/learn/speaking-to-camera/none")
                .then()
                .statusCode(404);
        Tokens.as(TRAINEE)
                .header("Accept", "text/html")
                .get("/learn/speaking-to-camera/none/quiz")
                .then()
                .statusCode(404);
    }

    @Test
    void programsReadCoursesAndLessonsWithVersionAndBytes() {
        String version = curriculum.lesson("first-sentence").version();
        String course = "find { it.slug == 'speaking-to-camera' }.lessons";
        Tokens.as("mentor1")
                .get("/api/courses")
                .then()
                .statusCode(200)
                .body(course + ".slug", hasItem("first-sentence"))
                .body(course + "[0].version", equalTo(version))
                .body(course + "[0].bytes.zh", not(equalTo(0)));
        Tokens.as("mentor1")
                .get("/api/lessons/first-sentence")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("W/\"" + version))
                .body("version", equalTo(version))
                .body("sections[0].id", equalTo("hook"))
                .body("quiz.pass", equalTo(4))
                .body("quiz.items[0]", allOf(hasKey("ask"), not(hasKey("answers")), not(hasKey("why"))));
        Tokens.as("mentor1")
                .get("/api/lessons/none")
                .then()
                .statusCode(404)
                .body("code", equalTo("curriculum.lesson-not-found"));
    }

    private static Response page(String login, String language) {
        return Tokens.as(login).header("Accept-Language", language).get(PAGE);
    }

    private Response finish(String login) {
        return Tokens.as(login)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("version", curriculum.lesson("first-sentence").version())
                .post(PAGE);
    }

    /** The body as it crosses the wire; this client does not unpack it. */
    private int weight(String path, String language, String encodings) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TianboServices.SITE + path))
                .header("Accept-Encoding", encodings)
                .header("Accept-Language", language)
                .header("Authorization", "Bearer " + Tokens.of(TRAINEE))
                .build();
        try {
            HttpResponse<byte[]> response = browser.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Encoding"))
                    .as(path)
                    .isPresent();
            return response.body().length;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
