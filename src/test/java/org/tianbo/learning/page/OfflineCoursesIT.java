package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** What courses cost that are taken along. Measured on what is really sent, so by HTTP. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(OfflineCoursesIT.TRAINEE)
class OfflineCoursesIT {

    static final String TRAINEE = "counts-bytes";

    /** All lessons with their quizzes and drawings, and the index in which they are searched. */
    private static final long MOST_FOR_ALL_LESSONS = 700_000;

    private static final String SEPARATOR = "\u001e";
    private static final Pattern INDEX = Pattern.compile("data-pack=\"(/learn/search/[^\"]+)\"");
    private static final Pattern LESSON_OR_QUIZ = Pattern.compile("/learn/[^/]+/.+");

    private final HttpClient browser = HttpClient.newHttpClient();

    @Inject
    OfflineCourses offline;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void allLessonsFitTheBudgetAndCostNoMoreThanIsSaid(String language) {
        String page = Tokens.as(TRAINEE)
                .header("Accept-Language", language)
                .get("/learn/offline")
                .asString();
        OfflineCourses.View said = offline.in(Locale.forLanguageTag(language));
        assertThat(page).contains(said.size());
        Set<String> addresses = new TreeSet<>(said.base());
        said.courses().forEach(course -> addresses.addAll(course.pages()));
        assertThat(addresses).hasSizeGreaterThan(2 * said.lessons());
        addresses.removeIf(path -> LESSON_OR_QUIZ.matcher(path).matches());
        List<String> bundles = said.courses().stream()
                .map(course -> "/learn/offline/" + course.slug())
                .toList();
        addresses.addAll(bundles);
        String index = Tokens.as(TRAINEE)
                .header("Accept-Language", language)
                .header("Accept", "text/html")
                .get("/learn/search")
                .asString();
        String indexed =
                INDEX.matcher(index).results().findFirst().orElseThrow().group(1);
        addresses.add(indexed);

        long sent = addresses.stream().mapToLong(path -> sent(path, language)).sum();
        long lessons =
                bundles.stream().mapToLong(path -> body(path, language).length).sum();

        assertThat(lessons + body(indexed, language).length).isLessThanOrEqualTo(MOST_FOR_ALL_LESSONS);
        long told = said.courses().stream().mapToLong(OfflineCourse::bytes).sum() + said.baseBytes();
        assertThat(sent).isBetween(told * 3 / 4, told);
    }

    @Test
    void aBundleBringsEachPageOfItsCourseAsItsReaderWouldOpenIt() {
        OfflineCourse course = offline.in(Locale.SIMPLIFIED_CHINESE).courses().get(0);
        List<String> lessons = course.pages().stream()
                .filter(path -> LESSON_OR_QUIZ.matcher(path).matches())
                .toList();

        String[] pages = bundle(course.slug(), "").split(SEPARATOR);

        assertThat(pages[0]).isEmpty();
        assertThat(Stream.of(pages).skip(1).map(page -> page.split("\n", 2)[0]))
                .containsExactlyInAnyOrderElementsOf(lessons);
        for (String page : List.of(pages).subList(1, pages.length)) {
            String[] parts = page.split("\n", 2);
            assertThat(ownFormsAlike(parts[1])).as(parts[0]).isEqualTo(ownFormsAlike(plain(parts[0])));
        }
    }

    /** What a phone takes along besides must not change the language of the one who reads. */
    @Test
    void pagesComeInTheOtherLanguageForOnceAndWhatTheyCostIsSaid() {
        Response asked = inChinese("/learn/speaking-to-camera/first-sentence?in=en");
        assertThat(asked.asString()).contains("<html lang=\"en\"");
        assertThat(asked.cookies()).doesNotContainKey("lang");
        assertThat(inChinese("/learn/speaking-to-camera/first-sentence").asString())
                .contains("<html lang=\"zh-CN\"");
        assertThat(inChinese("/learn/offline/speaking-to-camera?in=en&from=slow-and-clear")
                        .asString())
                .startsWith(SEPARATOR + "/learn/speaking-to-camera/slow-and-clear\n<!doctype html>\n<html lang=\"en\"");
        assertThat(inChinese("/learn/offline").asString())
                .contains(
                        "data-other=\"en\"", "再加约 " + offline.in(Locale.ENGLISH).size());
    }

    private static Response inChinese(String path) {
        return Tokens.as(TRAINEE)
                .header("Accept-Language", "zh-CN")
                .header("Accept", "text/html")
                .cookie("lang", "zh-CN")
                .get(path);
    }

    @Test
    void aBundleGoesOnWhereItWasCut() {
        OfflineCourse course = offline.in(Locale.SIMPLIFIED_CHINESE).courses().get(0);
        String second = course.pages().stream()
                .filter(path -> path.endsWith("/quiz"))
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split("/")[3];

        assertThat(bundle(course.slug(), "?from=" + second))
                .startsWith(SEPARATOR + "/learn/" + course.slug() + "/" + second);
        assertThat(bundle(course.slug(), "?from=was-withdrawn")).isEqualTo(bundle(course.slug(), ""));
        assertThat(Tokens.as(TRAINEE).get("/learn/offline/no-such-course").statusCode())
                .isEqualTo(404);
        assertThat(Tokens.as("mentor1").get("/learn/offline/" + course.slug()).statusCode())
                .isEqualTo(403);
    }

    private static String bundle(String course, String query) {
        return ownFormsAlike(plain("/learn/offline/" + course + query));
    }

    private static String plain(String path) {
        return Tokens.as(TRAINEE)
                .header("Accept-Language", "zh-CN")
                .header("Accept", "text/html")
                .get(path)
                .asString();
    }

    /** Each drawing of a quiz names its form anew; blanks make up for a short name. */
    private static String ownFormsAlike(String page) {
        return page.replaceAll("name=\"form\" value=\"[^\"]+\"", "").replaceAll(" +<", "<");
    }

    @Test
    void onlyLearnersTakeCoursesAlong() {
        assertThat(Tokens.as(TRAINEE).get("/learn/offline").statusCode()).isEqualTo(200);
        Response mentor = Tokens.as("mentor1").get("/learn/offline");
        assertThat(mentor.statusCode()).isEqualTo(403);
    }

    /** With the lines before it; those of the request are about as many. */
    private long sent(String path, String language) {
        HttpResponse<byte[]> answer = answer(path, language);
        int headers = answer.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .mapToInt(String::length)
                .sum();
        return answer.body().length + headers;
    }

    private byte[] body(String path, String language) {
        return answer(path, language).body();
    }

    private HttpResponse<byte[]> answer(String path, String language) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TianboServices.SITE + path))
                .header("Authorization", "Bearer " + Tokens.of(TRAINEE))
                .header("Accept-Language", language)
                .header("Accept-Encoding", "gzip")
                .header("Accept", "text/html")
                .build();
        try {
            HttpResponse<byte[]> answer = browser.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
