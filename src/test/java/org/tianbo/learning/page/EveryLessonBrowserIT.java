package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.Quiz;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Axe;
import org.tianbo.testsupport.Chromium;
import org.tianbo.testsupport.Door;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;

/** Every lesson that is taught, on the narrowest phone: it fits, it can be read by all, and its quiz can be passed. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class EveryLessonBrowserIT {

    private static final String ORIGIN = TianboServices.SITE;
    private static final int NARROWEST = 320;

    /** Answers as fingers do, question by question: choose, confirm, go on. */
    private static final String ANSWER =
            """
            (answers) => {
              const button = document.querySelector('form[data-quiz] .thumb button');
              for (const item of document.querySelectorAll('[data-item]')) {
                for (const letter of answers[item.dataset.item]) {
                  item.querySelector(`input[value='${letter}']`).click();
                }
                button.click();
                if (item.querySelector('[data-right]').hidden) {
                  return item.dataset.item;
                }
                button.click();
              }
              return '';
            }
            """;

    @Inject
    Curriculum curriculum;

    @Inject
    Newcomers newcomers;

    private BrowserContext phone;

    @BeforeEach
    void takeThePhone() {
        phone = Axe.in(Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(ORIGIN)
                        .setViewportSize(NARROWEST, 640)
                        .setIsMobile(true)
                        .setHasTouch(true)
                        .setServiceWorkers(ServiceWorkerPolicy.BLOCK)));
    }

    @AfterEach
    void putItAway() {
        phone.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyLessonFitsCanBeReadAndItsQuizBePassed(String language) {
        String login = "every-lesson-" + language.substring(0, 2);
        newcomers.join(login, Roles.TRAINEE);
        Page page = phone.newPage();
        page.navigate("/learn");
        Door.signIn(page, login);
        phone.addCookies(List.of(new Cookie("lang", language).setUrl(ORIGIN)));

        for (CourseView course : curriculum.courses()) {
            for (LessonSummary lesson : course.lessons()) {
                String address = "/learn/" + course.slug() + "/" + lesson.slug();
                page.navigate(address);
                assertThat(page.locator("html").getAttribute("lang")).startsWith(language.substring(0, 2));
                fits(page, address);
                canBeRead(page, address);
                page.navigate(address + "/quiz");
                fits(page, address + "/quiz");
                pass(page, lesson.slug());
            }
        }
    }

    private static void fits(Page page, String address) {
        assertThat(((Number) page.evaluate("document.scrollingElement.scrollWidth")).intValue())
                .as("width of %s", address)
                .isLessThanOrEqualTo(NARROWEST);
    }

    /** Of the lesson only: quizzes are of one make, and one of them is looked at with every other page. */
    private static void canBeRead(Page page, String address) {
        assertThat(Axe.findings(page)).as(address).isEmpty();
    }

    private void pass(Page page, String lesson) {
        Map<String, List<String>> answers = curriculum.quiz(lesson).items().stream()
                .collect(Collectors.toMap(Quiz.Item::id, item -> List.copyOf(item.answers())));
        assertThat(page.evaluate(ANSWER, answers))
                .as("wrongly answered in %s", lesson)
                .isEqualTo("");
        page.locator("h1[data-passed]").waitFor();
    }
}
