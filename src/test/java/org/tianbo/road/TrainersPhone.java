package org.tianbo.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.List;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.narration.SpokenLesson;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.practice.SpokenMicrophone;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;

/** The phone of a trainer who speaks a lesson, for a while without a network. */
final class TrainersPhone implements AutoCloseable {

    private final Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA);
    private final String trainer;
    private final SpokenLesson lesson;
    private final String toSpeak;

    TrainersPhone(String trainer, SpokenLesson lesson) {
        this.trainer = trainer;
        this.lesson = lesson;
        this.toSpeak = "/narration/" + lesson.language() + "/" + lesson.slug();
        phone.context().addInitScript(SpokenMicrophone.SCRIPT);
        phone.comeAs(trainer);
    }

    /** Two sentences as a trainer speaks them, the second without a network; the rest is the first once more. */
    void speakAndPublish(Curriculum curriculum) throws SQLException {
        List<Sentence> sentences = lesson.sentences(curriculum);
        phone.keep(toSpeak);
        assertThat(phone.at("[data-words]")).hasText(sentences.get(0).words());
        saySilence();
        speak(List.of());
        Pictures.take(phone.page(), "narration-spoken");
        Eventually.value(() -> Tokens.page(trainer, toSpeak), shown -> shown.contains("录了 1 句"));
        assertThat(phone.at("[data-held]")).isHidden();
        phone.tap("[data-do=next]");
        assertThat(phone.at("[data-words]")).hasText(sentences.get(1).words());
        speakWithoutNetwork();
        findThatNothingIsLeftBehindBySigningOut();
        Eventually.value(() -> Tokens.page(trainer, toSpeak), shown -> shown.contains("录了 2 句"));

        lesson.speakTheRestLike(sentences.get(0), curriculum, true);
        phone.go(toSpeak);
        phone.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("发布").setExact(true))
                .click();
        // The page renews itself.
        assertThat(phone.page().getByText("学员现在听得到这一课")).isVisible();
    }

    private void speakWithoutNetwork() {
        phone.context().setOffline(true);
        // Not as the first one sounds, or the lesson and the quiz could sound alike.
        speak(List.of(0.1));
        assertThat(phone.at("[data-held]")).containsText("1 句还在这部手机里");
        phone.go(toSpeak);
        assertThat(phone.at("[data-count]")).containsText("录了 2 句");
        assertThat(phone.at("[data-held]")).containsText("1 句还在这部手机里");
    }

    /** The way out leads past what waits; it is sent from there too. */
    private void findThatNothingIsLeftBehindBySigningOut() {
        phone.context().route("**/api/narrations/**", route -> route.abort("connectionreset"));
        phone.context().setOffline(false);
        phone.go("/account");
        phone.tap("form[action='/sign-out'] button");
        phone.page().waitForURL("**/unsent#/sign-out");
        phone.says("录好的课文：1 句");
        phone.shows("[data-do=leave]");
        Pictures.take(phone.page(), "unsent-spoken");
        phone.context().unrouteAll();
        phone.networkIsBack();
        phone.shows("[data-none]");
    }

    private void saySilence() {
        phone.tap("[data-do=speak]");
        phone.awaits("[data-left]", ".*还能说 ([1-4]?[0-9]|5[0-8]) 秒");
        phone.tap("[data-do=stop]");
        assertThat(phone.at("[data-trouble]")).hasText("没有录到声音，请再说一遍。");
    }

    /** @param pauses between the same words, in seconds; empty where they are said once */
    private void speak(List<Double> pauses) {
        phone.tap("[data-do=speak]");
        phone.shows("[data-do=stop]");
        phone.page().evaluate("async (pauses) => { await window.speak(pauses); }", pauses);
        phone.awaits("[data-left]", ".*还能说 ([1-4]?[0-9]|5[0-7]) 秒");
        phone.tap("[data-do=stop]");
        phone.shows("[data-do=next]");
        phone.shows("[data-heard]");
    }

    @Override
    public void close() {
        phone.close();
    }
}
