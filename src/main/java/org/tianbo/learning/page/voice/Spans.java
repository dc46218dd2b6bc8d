package org.tianbo.learning.page.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.narration.Narration.Span;

/** Where the sentences of a page are heard in a recording that may be of an earlier version of the lesson. */
final class Spans {

    private final Map<String, Deque<Span>> bySentence = new HashMap<>();

    Spans(List<Span> spans) {
        spans.forEach(span -> bySentence
                .computeIfAbsent(span.sentence(), sentence -> new ArrayDeque<>())
                .add(span));
    }

    /** The next place where it is heard: what stands in a lesson twice is spoken twice. */
    Optional<Span> next(Sentence sentence) {
        Deque<Span> places = bySentence.getOrDefault(sentence.digest(), new ArrayDeque<>());
        return Optional.ofNullable(places.size() > 1 ? places.poll() : places.peek());
    }
}
