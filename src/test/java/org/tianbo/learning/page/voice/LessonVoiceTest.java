package org.tianbo.learning.page.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.narration.Narration;
import org.tianbo.narration.Narration.Sound;
import org.tianbo.narration.Narration.Span;

class LessonVoiceTest {

    private static final Sound TEXT = new Sound(
            "0123456789abcdef",
            480_200,
            245_000,
            List.of(
                    span("a", 0, 1_000),
                    span("twice", 1_400, 2_000),
                    span("b", 2_400, 3_000),
                    span("twice", 3_400, 4_000)));

    private static final Sound QUIZ = new Sound("fedcba9876543210", 90_000, 60_000, List.of(span("q", 0, 900)));

    @Test
    void eachSentenceOfThePageSaysHowManyLettersItHasAndWhereItIsHeard() {
        LessonVoice voice =
                LessonVoice.of(narration(), List.of(text("a", "你好。"), text("twice", "好。"), text("twice", "好。")));
        assertThat(voice.sentences()).isEqualTo("2:0-1000 1:1400-2000 1:3400-4000");
        assertThat(voice.missing()).isZero();
        assertThat(voice.length()).isEqualTo("4:05");
        assertThat(voice.cost()).isEqualTo("481 KB");
        assertThat(voice.address()).isEqualTo("/narration/sounds/0123456789abcdef");
    }

    @Test
    void aSentenceChangedSinceItWasSpokenIsMissingAndTheOthersAreHeard() {
        LessonVoice voice =
                LessonVoice.of(narration(), List.of(text("a", "你好。"), text("new", "改过了。"), text("b", "好。")));
        assertThat(voice.sentences()).isEqualTo("2:0-1000 3 1:2400-3000");
        assertThat(voice.missing()).isOne();
    }

    @Test
    void aQuestionIsFoundByItsWordsAndWhatIsOfTheTextIsNot() {
        QuizVoice voice = QuizVoice.of(QUIZ, List.of(new Sentence("q", "先做 什么？", true), text("a", "你好。")));
        assertThat(voice.span("先做什么？")).isEqualTo("0-900");
        assertThat(voice.span("你好。")).isEmpty();
        assertThat(voice.span("没有录")).isEmpty();
    }

    private static Narration narration() {
        return new Narration("老师", "", TEXT, Optional.of(QUIZ));
    }

    private static Sentence text(String digest, String words) {
        return new Sentence(digest, words, false);
    }

    private static Span span(String sentence, long from, long until) {
        return new Span(sentence, from, until);
    }
}
