package org.tianbo.learning.page.voice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.learning.Sizes;
import org.tianbo.narration.Narration;
import org.tianbo.narration.Narration.Span;

/**
 * A lesson's text as it is heard on its page.
 *
 * @param dialect empty for the standard language
 * @param address of the recording, without its ending
 * @param length minutes and seconds, {@code 4:05}
 * @param sentences of the page in their order, blanks between: each as its letters, and where it is spoken a colon,
 *     from and until in milliseconds with a hyphen between
 * @param missing how many of them are not spoken: the lesson was changed
 */
public record LessonVoice(
        String speaker, String dialect, String address, String length, String cost, String sentences, int missing) {

    /** @param sentences of the lesson as it is now, those of its quiz too */
    public static LessonVoice of(Narration narration, List<Sentence> sentences) {
        Narration.Sound sound = narration.text();
        Spans spans = new Spans(sound.spans());
        List<String> written = sentences.stream()
                .filter(sentence -> !sentence.asked())
                .map(sentence -> written(sentence, spans.next(sentence)))
                .toList();
        Duration length = Duration.ofMillis(sound.durationMs());
        return new LessonVoice(
                narration.speaker(),
                narration.dialect(),
                sound.address(),
                "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart()),
                Sizes.of(sound.bytes()),
                String.join(" ", written),
                (int) written.stream().filter(one -> !one.contains(":")).count());
    }

    private static String written(Sentence sentence, Optional<Span> span) {
        return sentence.letters()
                + span.map(at -> ":" + at.fromMs() + "-" + at.untilMs()).orElse("");
    }
}
