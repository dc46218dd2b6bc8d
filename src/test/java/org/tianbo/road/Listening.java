package org.tianbo.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.curriculum.Quiz;
import org.tianbo.narration.Narration;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.browser.Pictures;
import org.tianbo.testsupport.browser.QuizOnScreen;

/** Lessons and quizzes as somebody hears them who does not read: a trainer's recording, or the browser's voice. */
final class Listening {

    /** A voice of the browser's own, which a Chromium without a window has not: it keeps what it was to say. */
    static final String BROWSERS_VOICE =
            """
            window.saidAloud = '';
            Object.defineProperty(window, 'speechSynthesis', { value: {
                getVoices: () => [{ lang: 'zh-CN' }],
                cancel: () => {},
                speak: (utterance) => {
                    window.saidAloud += utterance.text;
                    setTimeout(() => {
                        utterance.onstart?.();
                        utterance.onend?.();
                    });
                },
            } });""";

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

    private static final String PARTS_HEARD =
            "(parts) => [...window.heardParts].filter((one) => one.closest('[data-item]:not([hidden])')).length"
                    + " >= parts";

    private static final String SHOWN = "form [data-item]:not([hidden])";
    private static final String WORDS = "h2, label.choice, label.field b, button.choice span";

    private Listening() {}

    /**
     * Ends of the addresses of what a trainer spoke, of all courses that may be taken along. A recording is named after
     * what is heard in it, so a lesson and a quiz that sound alike are one.
     */
    static Set<String> offered(Phone phone) {
        Set<String> offered = phone.at("[data-course]").all().stream()
                .flatMap(course -> Stream.of(course.getAttribute("data-pages").split(" ")))
                .filter(page -> page.startsWith("/narration/sounds/"))
                .map(page -> page + Narration.OPUS)
                .collect(Collectors.toSet());
        assertThat(offered).as("what is spoken of the courses").isNotEmpty();
        return offered;
    }

    /** To the lesson that is open, as the trainer speaks it. */
    static void toTheTrainer(Phone phone, String trainer, int sentences) {
        assertThat(phone.at("[data-spoken]")).containsText(trainer);
        phone.at("[data-speed='0.8']").click();
        phone.page()
                .evaluate("async () => { const audio = document.querySelector('[data-spoken] audio');"
                        + " audio.muted = true; await audio.play(); }");
        phone.page().waitForFunction("() => document.querySelector('[data-spoken] audio').currentTime > 0.3");
        phone.page().evaluate(IN_THE_SIXTH);
        phone.page().waitForFunction("() => document.querySelector('.lesson .heard') !== null");
        Pictures.take(phone.page(), "lesson-spoken");
        assertThat(phone.page().evaluate("() => document.querySelector('[data-spoken] audio').playbackRate"))
                .isEqualTo(0.8);
        assertThat(phone.at("h1 span, .lesson span").count()).isGreaterThanOrEqualTo(sentences);
    }

    /** To the lesson that is open, as the browser reads it. */
    static void toTheBrowser(Phone phone) {
        hearAloud(phone, phone.at("h1").allTextContents());
    }

    /** Each question is heard before it is answered; the first with all its choices. */
    static void answerTheTrainer(Phone phone, Quiz known) {
        QuizOnScreen quiz = new QuizOnScreen(phone.page(), known);
        phone.page().evaluate(NOTE_WHAT_IS_HEARD);
        for (int asked = quiz.asked(), left = asked; left > 0; left--) {
            Locator question = phone.at(SHOWN);
            question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("听这一题"))
                    .click();
            int parts = question.locator("[data-span]").count();
            assertThat(parts)
                    .as("the question and its choices that are spoken")
                    .isEqualTo(1 + question.locator("[data-letter]").count());
            phone.page().waitForFunction(PARTS_HEARD, left == asked ? parts : 1);
            if (left == asked) {
                Pictures.take(phone.page(), "quiz-spoken");
            }
            quiz.answer();
        }
    }

    /** Each question is read with all its choices before it is answered. */
    static void answerTheBrowser(Phone phone, Quiz known) {
        QuizOnScreen quiz = new QuizOnScreen(phone.page(), known);
        for (int left = quiz.asked(); left > 0; left--) {
            hearAloud(phone, phone.at(SHOWN).locator(WORDS).allTextContents());
            quiz.answer();
        }
    }

    private static void hearAloud(Phone phone, List<String> words) {
        // Not what was said of the page before.
        phone.page().evaluate("() => (window.saidAloud = '')");
        phone.tap("[data-speak][aria-pressed=false]");
        for (String part : words) {
            Eventually.value(
                    () -> squeezed((String) phone.page().evaluate("() => window.saidAloud")),
                    said -> said.contains(squeezed(part)));
        }
    }

    private static String squeezed(String words) {
        return words.replaceAll("\\s", "");
    }
}
