package org.tianbo.curriculum.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.LessonView.Section;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.Text;

class SentencesTest {

    @Test
    void aSentenceEndsAtItsStopAndTakesTheClosingMarksAlong() {
        assertThat(Sentences.cut("手里有货，手就不抖。人家问：“怎么看？”——这就聊起来了！ 好"))
                .containsExactly("手里有货，手就不抖。", "人家问：“怎么看？”", "——这就聊起来了！", "好");
        assertThat(Sentences.cut("“那个……大家看得见吗？有人吗？”说了半分钟。")).containsExactly("“那个……大家看得见吗？", "有人吗？”", "说了半分钟。");
    }

    @Test
    void aLatinStopEndsASentenceOnlyWhereAnotherBegins() {
        assertThat(Sentences.cut("It costs 3.5 yuan. \"Stop!\" he said. Ask Mr. Li. Then go on"))
                .containsExactly("It costs 3.5 yuan.", "\"Stop!\" he said.", "Ask Mr. Li.", "Then go on");
    }

    @Test
    void whatHasNoWordInItIsNoSentence() {
        assertThat(Sentences.cut("。。。")).isEmpty();
        assertThat(Sentences.cut("来了。”")).containsExactly("来了。”");
        assertThat(Sentences.cut("  ")).isEmpty();
    }

    @Test
    void eachParagraphLineCellAndHeadingStandsAloneAndDrawingsSayNothing() {
        String html =
                """
                <p>一<strong>二</strong>三 &amp; 四</p>
                <p><svg class="drawing" aria-label="画"><text>不念</text></svg></p>
                <ol><li>五</li><li>六。七。</li></ol>
                <blockquote><p>八</p></blockquote>
                <table><tr><td>九</td><td>十</td></tr></table>""";
        assertThat(Sentences.of(lesson("课", html, "问"), Locale.CHINA))
                .extracting(Sentence::words)
                .containsExactly("课", "步", "一二三 & 四", "五", "六。", "七。", "八", "九", "十", "问", "甲", "乙。丙。", "配");
    }

    @Test
    void changedWordsAreAnotherSentenceAndTheOthersKeepTheirName() {
        List<Sentence> before = Sentences.of(lesson("课", "<p>头一句。第二句。</p>", "问"), Locale.CHINA);
        List<Sentence> after = Sentences.of(lesson("课", "<p>头一句。\n第二句改了。</p>", "问"), Locale.CHINA);
        assertThat(after).hasSameSizeAs(before);
        for (int at = 0; at < before.size(); at++) {
            boolean changed = before.get(at).words().equals("第二句。");
            assertThat(after.get(at).digest().equals(before.get(at).digest())).isEqualTo(!changed);
        }
        assertThat(before).allMatch(sentence -> sentence.digest().matches("[0-9a-f]{16}"));
    }

    @Test
    void aQuestionAndEachChoiceAreSpokenAsAWholeAndAreOfTheQuiz() {
        assertThat(Sentences.of(lesson("课", "<p>文。</p>", "问一？问二？"), Locale.CHINA))
                .filteredOn(Sentence::asked)
                .extracting(Sentence::words)
                .containsExactly("问一？问二？", "甲", "乙。丙。", "配");
    }

    @Test
    void lettersAreCountedWithoutMarksAndBlanks() {
        assertThat(new Sentence("", "“大家好，我是 A1！”", false).letters()).isEqualTo(7);
    }

    private static LessonView lesson(String title, String html, String ask) {
        Quiz.Item item = new Quiz.Item(
                "one",
                null,
                both(ask),
                new TreeMap<>(Map.of("a", both("甲"), "b", both("乙。丙。"))),
                new TreeMap<>(Map.of("1", both("配"))),
                Optional.empty(),
                List.of("a"),
                both("因为"));
        return new LessonView(
                "slug",
                "0123456789abcdef",
                "course",
                1,
                5,
                both(title),
                both("学会"),
                Collections.emptyList(),
                List.of(new Section("step-1", LessonView.Part.STEP, both("步"), both(html))),
                new Quiz(1, 1, List.of(item)),
                Optional.empty(),
                null);
    }

    private static Text both(String words) {
        return new Text(words, words);
    }
}
