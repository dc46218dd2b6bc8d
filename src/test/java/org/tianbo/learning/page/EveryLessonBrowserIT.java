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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Axe;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.QuizOnScreen;
import org.tianbo.testsupport.http.PageSession;

/**
 * Every lesson that is taught and its quiz, on the narrowest phone: it fits, it can be read by all, and the quiz can be
 * passed. Lessons share one template and one style sheet, so each is laid into a page that is open already. What axe
 * judges and what a quiz does once it is tapped depend on how a page is built, not on its words: both are done once for
 * each way of building that is found among all the lessons.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class EveryLessonBrowserIT {

    private static final String ORIGIN = TianboServices.SITE;
    private static final int NARROWEST = 320;

    /** Lays the page of that address into this one; all questions of a pool are shown. */
    private static final String LAY =
            """
            async (address) => {
              const answer = await fetch(address, { redirect: 'error' });
              const { documentElement, body } = new DOMParser().parseFromString(await answer.text(), 'text/html');
              document.documentElement.lang = documentElement.lang;
              document.body.replaceWith(document.adoptNode(body));
              const pool = document.querySelector('template[data-pool]');
              pool?.replaceWith(pool.content);
              const named = (one) => [one.tagName, one.className, one.getAttribute('lang') ?? '',
                ...one.getAttributeNames().filter((name) => !name.startsWith('data-')).sort()].join(' ');
              return {
                status: answer.status,
                language: documentElement.lang,
                width: document.scrollingElement.scrollWidth,
                built: [...new Set([...document.querySelectorAll('main *')]
                  .map((one) => `${named(one.parentElement)} > ${named(one)}`))],
                items: Object.fromEntries([...document.querySelectorAll('[data-item]')].map((item) => \
                [item.dataset.item,
                  [...item.querySelectorAll('[data-letter]')].map(({ dataset }) => dataset.letter).sort().join('|')])),
              };
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
        UUID reader = newcomers.join(login, Roles.TRAINEE);
        Page page = phone.newPage();
        PageSession.of(login).enter(phone);
        phone.addCookies(List.of(new Cookie("lang", language).setUrl(ORIGIN)));
        page.navigate(addresses().findFirst().orElseThrow());

        Set<String> readable = new HashSet<>();
        Set<List<String>> passed = new HashSet<>();
        addresses().forEach(address -> {
            if (readable.addAll(built(lay(page, address, language)))) {
                assertThat(Axe.findings(page)).as(address).isEmpty();
            }
        });
        addresses().forEach(address -> {
            Quiz quiz = quiz(address);
            Map<String, Object> laid = lay(page, address + "/quiz", language);
            assertThat(laid).as(address).containsEntry("items", items(quiz));
            if (passed.addAll(shapes(quiz.drawn(QuizOrder.of(reader, slug(address), 0))))) {
                pass(address, quiz);
            }
        });
    }

    private Stream<String> addresses() {
        return curriculum.courses().stream().flatMap(course -> course.lessons().stream()
                .map(LessonSummary::slug)
                .map(lesson -> "/learn/" + course.slug() + "/" + lesson));
    }

    private Quiz quiz(String address) {
        return curriculum.quiz(slug(address));
    }

    private static String slug(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> lay(Page page, String address, String language) {
        Map<String, Object> laid = (Map<String, Object>) page.evaluate(LAY, address);
        assertThat(laid).as(address).containsEntry("status", 200);
        assertThat((String) laid.get("language")).as(address).startsWith(language.substring(0, 2));
        assertThat((Integer) laid.get("width")).as("width of %s", address).isLessThanOrEqualTo(NARROWEST);
        return laid;
    }

    @SuppressWarnings("unchecked")
    private static List<String> built(Map<String, Object> laid) {
        return (List<String>) laid.get("built");
    }

    /** Each question by its id: all that can be chosen. */
    private static Map<String, String> items(Quiz quiz) {
        return quiz.items().stream()
                .collect(Collectors.toMap(
                        Quiz.Item::id, item -> String.join("|", item.options().keySet())));
    }

    private static Set<List<String>> shapes(Quiz quiz) {
        return quiz.items().stream().map(QuizOnScreen::shape).collect(Collectors.toSet());
    }

    private void pass(String address, Quiz quiz) {
        Page page = phone.newPage();
        page.navigate(address + "/quiz");
        new QuizOnScreen(page, quiz).answerAll();
        page.locator("h1[data-result='passed']").waitFor();
        assertThat(Axe.findings(page)).as(address).isEmpty();
        page.close();
    }
}
