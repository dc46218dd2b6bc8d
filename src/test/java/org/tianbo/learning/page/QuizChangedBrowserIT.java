package org.tianbo.learning.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;
import org.tianbo.testsupport.browser.QuizOnScreen;

/**
 * A quiz whose lesson was renewed under half its answers, or that was replaced while its answers were given without
 * a network, and is answered again. Only a browser keeps pages; the one it keeps here bears a version that the server
 * does not know.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(QuizChangedBrowserIT.TRAINEE)
class QuizChangedBrowserIT {

    static final String TRAINEE = "answers-an-old-quiz";
    private static final String LESSON = "first-sentence";
    private static final String QUIZ = "/learn/speaking-to-camera/" + LESSON + "/quiz";

    private static final String OLD = "0123456789abcdef";

    private static final String OLD_VERSION =
            """
            async (path) => {
                const name = (await caches.keys()).find((one) => one.startsWith('pages-'));
                const pages = await caches.open(name);
                const page = await pages.match(path);
                const html = (await page.text()).replace(/data-version="[^"]+"/, 'data-version="%s"');
                await pages.put(path, new Response(html, { headers: page.headers }));
            }"""
                    .formatted(OLD);

    @Inject
    Curriculum curriculum;

    @Test
    void whatWasAnsweredOfAnOldQuizIsSaidAndTheNewOneIsPassed() {
        try (Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of())) {
            phone.comeAs(TRAINEE);
            phone.keep(QUIZ);
            Page page = phone.page();
            phone.shows("form[data-quiz] progress");
            QuizOnScreen half = new QuizOnScreen(page, curriculum.quiz(LESSON));
            half.answer();
            phone.go("/offline");
            phone.context().setOffline(true);
            // What was still being stored may come after it.
            Eventually.value(
                    () -> {
                        page.evaluate(OLD_VERSION, QUIZ);
                        phone.go(QUIZ);
                        return version(page);
                    },
                    OLD::equals);
            phone.says("这节课换了新的一版。没有变、答案还在的题：1。别的题请再答。");
            Pictures.take(page, "quiz-renewed");
            for (int left = half.asked() - 1; left > 0; left--) {
                half.answer();
            }
            phone.shows("[data-results] h1");

            phone.context().setOffline(false);
            phone.says("有 1 项没存上，点这里看");
            phone.go("/unsent");
            phone.says("这节课已经换了新的一版。请打开这节课，再学一遍。");
            // A network that is slow to come back shows what is stored.
            Eventually.value(
                    () -> {
                        phone.go(QUIZ);
                        return version(page);
                    },
                    version -> !version.equals(OLD));
            answer(phone);
            phone.shows("h1[data-result=passed]");
            phone.shows("[data-moment=quiz] svg");
            Pictures.take(page, "moment-quiz");
            page.reload();
            phone.shows("h1[data-result=passed]");
            assertThat(page.locator("[data-moment=quiz]")).isHidden();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".thumb")).isHidden();
        }
    }

    private static String version(Page page) {
        return page.locator("form[data-quiz]").getAttribute("data-version");
    }

    private void answer(Phone phone) {
        phone.shows("form[data-quiz] progress");
        new QuizOnScreen(phone.page(), curriculum.quiz(LESSON)).answerAll();
    }
}
