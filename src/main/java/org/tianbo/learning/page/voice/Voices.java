package org.tianbo.learning.page.voice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonView;
import org.tianbo.narration.Narration;
import org.tianbo.narration.Narrations;

/** What is heard of a lesson in the county at hand. */
@ApplicationScoped
public class Voices {

    private final Curriculum curriculum;
    private final Narrations narrations;

    Voices(Curriculum curriculum, Narrations narrations) {
        this.curriculum = curriculum;
        this.narrations = narrations;
    }

    /** All that a lesson's page shows of it; empty where nobody has spoken the lesson. */
    public Optional<LessonVoice> lesson(LessonView lesson, Locale locale) {
        return narrations
                .published(lesson.slug(), locale)
                .map(narration -> LessonVoice.of(narration, curriculum.sentences(lesson, locale)));
    }

    public Optional<QuizVoice> quiz(LessonView lesson, Locale locale) {
        return narrations
                .published(lesson.slug(), locale)
                .flatMap(Narration::quiz)
                .map(sound -> QuizVoice.of(sound, curriculum.sentences(lesson, locale)));
    }

    /** The recordings of a lesson and its quiz. */
    public List<Narration.Sound> sounds(String lesson, Locale locale) {
        return narrations.published(lesson, locale).stream()
                .flatMap(one -> Stream.concat(Stream.of(one.text()), one.quiz().stream()))
                .toList();
    }
}
