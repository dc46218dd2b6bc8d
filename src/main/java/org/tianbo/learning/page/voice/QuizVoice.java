package org.tianbo.learning.page.voice;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.narration.Narration.Sound;
import org.tianbo.narration.Narration.Span;

/**
 * A quiz as it is heard: where its questions and choices are in the recording.
 *
 * @param address of the recording, without its ending
 * @param spans from and until in milliseconds with a hyphen between, by the words
 */
public record QuizVoice(String address, Map<String, String> spans) {

    /** @param sentences of the lesson as it is now */
    public static QuizVoice of(Sound sound, List<Sentence> sentences) {
        Map<String, Span> bySentence = sound.spans().stream()
                .collect(Collectors.toMap(Span::sentence, Function.identity(), (first, again) -> first));
        return new QuizVoice(
                sound.address(),
                sentences.stream()
                        .filter(sentence -> sentence.asked() && bySentence.containsKey(sentence.digest()))
                        .collect(Collectors.toMap(
                                sentence -> plain(sentence.words()),
                                sentence -> written(bySentence.get(sentence.digest())),
                                (first, again) -> first)));
    }

    /** Where these words are heard; empty where they are not. */
    public String span(String words) {
        return spans.getOrDefault(plain(words), "");
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", "");
    }

    private static String written(Span span) {
        return span.fromMs() + "-" + span.untilMs();
    }
}
