package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What is right, and why, is sent to nobody who has not answered: searched for in all that is really sent. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class QuizSecretsIT {

    private static final String LESSON = "first-sentence";
    private static final String QUIZ = "/learn/speaking-to-camera/" + LESSON + "/quiz";

    @Inject
    Curriculum curriculum;

    @Inject
    Newcomers newcomers;

    /** A bundle holds each page as it would be opened; phones keep it as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void noPageKeptOnAPhoneHoldsWhatIsRightOrWhy(String language) {
        newcomers.join("reads-the-source", Roles.TRAINEE);
        Locale locale = Locale.forLanguageTag(language);
        for (CourseView course : curriculum.courses()) {
            String kept = text("/learn/offline/" + course.slug(), language);
            assertThat(kept).contains("data-quiz").doesNotContain("data-answers", "data-why");
            items(course).forEach(item -> assertThat(kept)
                    .as(item.id())
                    .contains(item.ask().in(locale))
                    .doesNotContain(item.why().in(locale)));
        }
    }

    @Test
    void programsDoNotGetItEither() {
        newcomers.join("reads-the-source", Roles.TRAINEE);
        for (CourseView course : curriculum.courses()) {
            course.lessons().forEach(lesson -> assertThat(text("/api/lessons/" + lesson.slug(), "en"))
                    .as(lesson.slug())
                    .contains("\"quiz\"")
                    .doesNotContain("\"answers\"", "\"why\""));
        }
    }

    @Test
    void whoHasNotAnsweredIsLedToTheQuestionsAndWhoHasIsToldWhy() {
        UUID reader = newcomers.join("asks-for-marks", Roles.TRAINEE);
        Tokens.as("asks-for-marks")
                .redirects()
                .follow(false)
                .get(QUIZ + "/marked")
                .then()
                .statusCode(303)
                .header("Location", endsWith(QUIZ));
        Quiz asked = curriculum.quiz(LESSON).drawn(QuizOrder.of(reader, LESSON, 0));
        List<Quiz.Item> others = curriculum.quiz(LESSON).items().stream()
                .filter(item -> !asked.items().contains(item))
                .toList();

        Map<String, Object> form = new HashMap<>();
        form.put("version", curriculum.lesson(LESSON).version());
        form.put("round", 0);
        asked.items().forEach(item -> put(form, item));
        String marked = unescaped(Tokens.as("asks-for-marks")
                .header("Accept-Language", "en")
                .contentType(ContentType.URLENC)
                .formParams(form)
                .post(QUIZ)
                .asString());

        assertThat(marked).contains("data-result=\"passed\"", "5 of 5 right");
        asked.items().forEach(item -> assertThat(marked).contains(item.why().en()));
        others.forEach(item -> assertThat(marked).doesNotContain(item.why().en()));
        assertThat(text("asks-for-marks", QUIZ + "/marked", "en")).contains("data-result=\"passed\"");
        String again = text("asks-for-marks", QUIZ, "en");
        String shown = again.substring(0, again.indexOf("<template"));
        assertThat(others).isNotEmpty().allSatisfy(item -> assertThat(shown)
                .contains("data-item=\"" + item.id() + "\""));
    }

    /** As a form without a script has it. */
    private static void put(Map<String, Object> form, Quiz.Item item) {
        switch (item.kind()) {
            case ORDER ->
                item.answers()
                        .forEach(letter -> form.put(
                                item.id() + "." + letter, item.answers().indexOf(letter) + 1));
            case MATCH -> item.answers().forEach(pair -> form.put(item.id() + "." + pair.charAt(0), pair.substring(1)));
            case CHOICE, TRUTH, SPOT -> form.put(item.id(), item.answers());
        }
    }

    private Stream<Quiz.Item> items(CourseView course) {
        return course.lessons().stream().flatMap(lesson -> curriculum.quiz(lesson.slug()).items().stream());
    }

    private static String text(String path, String language) {
        return text("reads-the-source", path, language);
    }

    private static String text(String login, String path, String language) {
        return unescaped(
                Tokens.as(login).header("Accept-Language", language).get(path).asString());
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
