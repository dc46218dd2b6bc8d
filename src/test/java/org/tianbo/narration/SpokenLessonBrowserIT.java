package org.tianbo.narration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.practice.SpokenMicrophone;
import org.tianbo.testsupport.Chromium;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.PhoneCaches;
import org.tianbo.testsupport.Pictures;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * A trainer speaks a lesson on the phone, for a while without a network, and a villager of the county hears it without
 * one. In Chromium, for only a browser records, keeps and plays.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SpokenLessonBrowserIT {

    private static final String COUNTY = "spoken-on-phones";
    private static final String TRAINER = "speaks-on-a-phone";
    private static final String LISTENER = "hears-on-a-phone";
    private static final String STRANGER = "hears-nothing-of-it";
    private static final String COURSE = "speaking-to-camera";
    private static final String LESSON = "first-sentence";
    private static final String TO_SPEAK = "/narration/zh/" + LESSON;
    private static final String TO_LEARN = "/learn/" + COURSE + "/" + LESSON;

    /** In the middle of what is heard as the sixth sentence, for between two of them none is marked. */
    private static final String IN_THE_SIXTH =
            """
            () => {
                const audio = document.querySelector('[data-spoken] audio');
                const [, from, until] = audio.closest('[data-spoken]').dataset.spoken.split(' ')[5].split(/[:-]/);
                audio.pause();
                audio.currentTime = (Number(from) + Number(until)) / 2000;
            }""";

    /** Each is marked for a moment only. */
    private static final String NOTE_WHAT_IS_HEARD =
            """
            () => {
                window.heardParts = new Set();
                document.querySelector('[data-heard-quiz] audio').playbackRate = 4;
                new MutationObserver((changes) => changes
                    .filter(({ target }) => target.matches('.heard'))
                    .forEach(({ target }) => window.heardParts.add(target)))
                    .observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class'] });
            }""";

    @Inject
    Curriculum curriculum;

    @Inject
    Counties counties;

    @Inject
    Newcomers newcomers;

    @BeforeEach
    void theirCounty() {
        counties.open(COUNTY, "手机有声县", "Spoken on phones");
        newcomers.join(COUNTY, TRAINER, Roles.MENTOR);
        newcomers.join(COUNTY, LISTENER, Roles.TRAINEE);
        newcomers.join(STRANGER, Roles.TRAINEE);
    }

    @Test
    void whatATrainerSpeaksOnAPhoneAVillagerHearsWithoutANetwork() throws SQLException {
        SpokenLesson lesson = new SpokenLesson(COUNTY, LESSON, "zh");
        List<Sentence> sentences = lesson.sentences(curriculum);
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().addInitScript(SpokenMicrophone.SCRIPT);
            phone.comeAs(TRAINER);
            phone.keep(TO_SPEAK);
            Page page = phone.page();
            assertThat(page.locator("[data-words]")).hasText(sentences.get(0).words());
            speak(phone);
            Pictures.take(page, "narration-spoken");
            Eventually.value(() -> Tokens.page(TRAINER, TO_SPEAK), shown -> shown.contains("录了 1 句"));
            assertThat(page.locator("[data-held]")).isHidden();
            phone.tap("[data-do=next]");
            assertThat(page.locator("[data-words]")).hasText(sentences.get(1).words());

            phone.context().setOffline(true);
            speak(phone);
            assertThat(page.locator("[data-held]")).containsText("1 句还在这部手机里");
            phone.go(TO_SPEAK);
            assertThat(page.locator("[data-count]")).containsText("录了 2 句");
            assertThat(page.locator("[data-held]")).containsText("1 句还在这部手机里");
            phone.context().setOffline(false);
            phone.networkIsBack();
            assertThat(page.locator("[data-held]")).isHidden();

            lesson.speakTheRestLike(sentences.get(0), curriculum, true);
            phone.go(TO_SPEAK);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("发布").setExact(true))
                    .click();
            Eventually.value(() -> Tokens.page(TRAINER, TO_SPEAK), shown -> shown.contains("学员现在听得到"));
        }
        hear(sentences);
        assertThat(Tokens.page(STRANGER, TO_LEARN)).doesNotContain("data-spoken");
        assertThat(Tokens.page(STRANGER, TO_LEARN + "/quiz")).doesNotContain("data-span");
    }

    private static void speak(Phone phone) {
        phone.tap("[data-do=speak]");
        phone.shows("[data-do=stop]");
        phone.page().evaluate("async () => { await window.speak([]); }");
        phone.awaits("[data-left]", ".*还能说 ([1-4]?[0-9]|5[0-7]) 秒");
        phone.tap("[data-do=stop]");
        phone.shows("[data-do=next]");
        phone.shows("[data-heard]");
    }

    private static void hear(List<Sentence> sentences) {
        try (Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of())) {
            phone.comeAs(LISTENER);
            phone.keep("/learn/offline");
            Page page = phone.page();
            Locator course = page.locator("[data-course='" + COURSE + "']");
            course.locator("[data-take]").click();
            assertThat(page.locator("[data-status]")).containsText("都存好了");
            PhoneCaches.awaitCount(page, "sounds", 2);

            phone.context().setOffline(true);
            phone.go(TO_LEARN);
            assertThat(page.locator("[data-spoken]")).containsText(TRAINER);
            page.locator("[data-speed='0.8']").click();
            page.evaluate("async () => { const audio = document.querySelector('[data-spoken] audio');"
                    + " audio.muted = true; await audio.play(); }");
            page.waitForFunction("() => document.querySelector('[data-spoken] audio').currentTime > 0.3");
            assertThat(page.locator(".heard").first()).isVisible();
            page.evaluate(IN_THE_SIXTH);
            page.waitForFunction("() => document.querySelector('.lesson .heard') !== null");
            Pictures.take(page, "lesson-spoken");
            assertThat(page.evaluate("() => document.querySelector('[data-spoken] audio').playbackRate"))
                    .isEqualTo(0.8);
            assertThat(page.evaluate("() => [...document.querySelectorAll('h1, .lesson')].map((one) =>"
                            + " one.querySelectorAll('span').length).reduce((sum, one) => sum + one) >= "
                            + sentences.stream().filter(one -> !one.asked()).count()))
                    .isEqualTo(true);

            phone.go(TO_LEARN + "/quiz");
            Locator question =
                    page.locator("[data-item]").locator("visible=true").first();
            page.evaluate(NOTE_WHAT_IS_HEARD);
            question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("听这一题"))
                    .click();
            page.waitForFunction(
                    "(parts) => window.heardParts.size >= parts",
                    question.locator("[data-span]").count());
            Pictures.take(page, "quiz-spoken");
        }
    }
}
