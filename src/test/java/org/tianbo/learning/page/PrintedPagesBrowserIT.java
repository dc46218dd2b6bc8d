package org.tianbo.learning.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;
import org.tianbo.testsupport.browser.QuizOnScreen;

/** A lesson and its quiz on paper, for a class without phones. Only a browser lays pages out. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(PrintedPagesBrowserIT.TRAINEE)
class PrintedPagesBrowserIT {

    static final String TRAINEE = "prints-a-quiz";
    private static final String SLUG = "first-look-at-a-live";
    private static final String LESSON = "/learn/phone-in-hand/" + SLUG;

    /** Whether anything on the paper tells what somebody answered. */
    private static final String MARKED =
            """
            () => [...document.querySelectorAll('[data-quiz] .item input, [data-quiz] .item select')].some((field) => {
                const { appearance, backgroundImage } = getComputedStyle(field);
                return appearance !== 'none' || backgroundImage !== 'none';
            })""";

    private static final String FRAMES =
            "() => new Set([...document.querySelectorAll('[data-quiz] .item .choice')].map((one) =>"
                    + " getComputedStyle(one).borderColor + getComputedStyle(one).backgroundColor)).size";

    @Inject
    Curriculum curriculum;

    @Test
    void onPaperALessonHasNoButtonsAndItsQuizAllQuestionsWithBoxesToTickAndNoAnswers() {
        try (Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of())) {
            phone.comeAs(TRAINEE);
            Page page = phone.page();
            phone.go(LESSON + "/quiz");
            phone.shows("form[data-quiz] progress");
            QuizOnScreen quiz = new QuizOnScreen(page, curriculum.quiz(SLUG));
            quiz.answer();
            Locator questions = page.locator("[data-quiz] > .item");
            assertThat(questions).hasCount(quiz.asked());

            print(page);
            for (Locator question : questions.all()) {
                assertThat(question).isVisible();
            }
            assertThat(page.locator(".thumb")).isHidden();
            assertThat(page.locator("[data-quiz] > progress")).isHidden();
            assertThat(page.locator("button.tap").locator("visible=true")).hasCount(0);
            assertThat(page.evaluate(MARKED)).isEqualTo(false);
            assertThat(page.evaluate(FRAMES)).as("ways a choice looks").isEqualTo(1);
            Pictures.take(page, "quiz-on-paper");

            phone.go(LESSON);
            assertThat(page.locator("article.lesson")).isVisible();
            assertThat(page.locator(".thumb")).isHidden();
            assertThat(page.locator(".top")).isHidden();
            Pictures.take(page, "lesson-on-paper");
        }
    }

    private static void print(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }
}
