package org.tianbo.learning.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Quiz;
import org.tianbo.platform.data.Ids;

/**
 * A quiz as one reader sees it: the questions, or once answered on a page without a script, how each was answered. The
 * right answers are in it too, because a phone without network must be able to say why.
 *
 * @param form of this one drawing of the page: sent twice, it is one try
 * @param next address of the next lesson, empty after the last
 */
record QuizPage(
        UUID form,
        String slug,
        String version,
        String course,
        String title,
        int pass,
        List<Item> items,
        Optional<Quiz.Grade> grade,
        Optional<String> next) {

    /** @param answered null until it was */
    record Item(
            String id,
            String ask,
            boolean multiple,
            List<Option> options,
            String answers,
            String why,
            Quiz.Answered answered) {

        public boolean open() {
            return answered == null;
        }

        public boolean right() {
            return answered != null && answered.right();
        }
    }

    /** @param result {@code right}, {@code wrong} or nothing */
    record Option(String letter, String text, boolean chosen, String result) {}

    static QuizPage of(LessonView lesson, Optional<LessonSummary> next, Optional<Quiz.Grade> grade, Locale locale) {
        Map<String, Quiz.Answered> answered = grade.map(Quiz.Grade::items).orElse(List.of()).stream()
                .collect(Collectors.toMap(Quiz.Answered::item, Function.identity()));
        return new QuizPage(
                Ids.next(),
                lesson.slug(),
                lesson.version(),
                lesson.course(),
                lesson.title().in(locale),
                lesson.quiz().pass(),
                lesson.quiz().items().stream()
                        .map(item -> item(item, answered.get(item.id()), locale))
                        .toList(),
                grade,
                next.map(summary -> "/learn/" + summary.course() + "/" + summary.slug()));
    }

    /** How many were right, as words; empty until it was answered. */
    public String right() {
        return grade.map(done -> Integer.toString(done.right())).orElse("");
    }

    public String lesson() {
        return "/learn/" + course + "/" + slug;
    }

    private static Item item(Quiz.Item item, Quiz.Answered answered, Locale locale) {
        List<Option> options = item.options().entrySet().stream()
                .map(option -> option(option.getKey(), option.getValue().in(locale), item, answered))
                .toList();
        return new Item(
                item.id(),
                item.ask().in(locale),
                item.multiple(),
                options,
                String.join(" ", item.answers()),
                item.why().in(locale),
                answered);
    }

    private static Option option(String letter, String text, Quiz.Item item, Quiz.Answered answered) {
        Set<String> chosen = answered == null ? Set.of() : answered.chosen();
        String result = "";
        if (answered != null && item.answers().contains(letter)) {
            result = "right";
        } else if (chosen.contains(letter)) {
            result = "wrong";
        }
        return new Option(letter, text, chosen.contains(letter), result);
    }
}
