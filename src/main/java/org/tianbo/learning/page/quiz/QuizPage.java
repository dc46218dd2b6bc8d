package org.tianbo.learning.page.quiz;

import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.learning.page.voice.QuizVoice;
import org.tianbo.learning.progress.QuizTries;
import org.tianbo.learning.progress.RetakeRule;
import org.tianbo.platform.data.Ids;

/**
 * A quiz as one reader sees it: what is asked this time, and the rest of the pool for another try without network. What
 * is right stands nowhere in it.
 *
 * @param form of this one drawing of the page: sent twice, it is one try
 * @param round how often the reader was asked before
 * @param voice null where the quiz is not spoken
 * @param next address of the next lesson, empty after the last
 */
public record QuizPage(
        UUID form,
        String slug,
        String version,
        String course,
        String title,
        int round,
        List<Item> items,
        List<Item> rest,
        Retake retake,
        QuizVoice voice,
        Optional<String> next) {

    /**
     * The county's rule, and what it says to this reader now.
     *
     * @param hoursLeft until the quiz may be answered again, 0 for now
     */
    public record Retake(RetakeRule rule, long hoursLeft, boolean usedUp) {

        public static Retake free(RetakeRule rule) {
            return new Retake(rule, 0, false);
        }

        public static Retake of(RetakeRule rule, QuizTries.Tries tries, Instant now) {
            return new Retake(rule, rule.hoursLeft(tries.lastAt(), now), rule.usedUp(tries.count()));
        }

        public boolean open() {
            return hoursLeft == 0 && !usedUp;
        }
    }

    /**
     * @param picture null where there is none
     * @param span where the question is heard; empty for nowhere
     */
    public record Item(
            String id,
            String kind,
            String ask,
            boolean multiple,
            RawString picture,
            List<Option> options,
            List<Option> targets,
            String span) {

        public String targetSpans() {
            return targets.stream().map(Option::span).collect(Collectors.joining(" "));
        }

        /** Whether one or several letters are chosen, and nothing is put in order or paired. */
        public boolean choosing() {
            return !kind.equals("order") && !kind.equals("match");
        }

        public boolean ordering() {
            return kind.equals("order");
        }

        public List<Integer> numbers() {
            return IntStream.rangeClosed(1, options.size()).boxed().toList();
        }
    }

    /**
     * @param number of a place in the picture, else empty
     * @param span where it is heard; empty for nowhere
     */
    public record Option(String letter, String text, String number, String span) {}

    public static QuizPage of(
            LessonView lesson,
            Optional<LessonSummary> next,
            QuizOrder order,
            Retake retake,
            Optional<QuizVoice> voice,
            Locale locale) {
        Quiz quiz = lesson.quiz();
        List<Item> pool = order.pool(quiz).stream()
                .map(item -> item(item, order, voice, locale))
                .toList();
        return new QuizPage(
                Ids.next(),
                lesson.slug(),
                lesson.version(),
                lesson.course(),
                lesson.title().in(locale),
                order.round(),
                pool.subList(0, quiz.draw()),
                pool.subList(quiz.draw(), pool.size()),
                retake,
                voice.orElse(null),
                next.map(QuizPage::address));
    }

    /** As words take it. */
    public String hoursLeft() {
        return Long.toString(retake.hoursLeft());
    }

    public String lesson() {
        return "/learn/" + course + "/" + slug;
    }

    public static String address(LessonSummary lesson) {
        return "/learn/" + lesson.course() + "/" + lesson.slug();
    }

    static Item item(Quiz.Item item, QuizOrder order, Optional<QuizVoice> voice, Locale locale) {
        List<String> letters = order.options(item);
        List<Option> options = letters.stream()
                .map(letter -> option(
                        letter,
                        item.options().get(letter).in(locale),
                        item.kind() == Quiz.Kind.SPOT ? (letters.indexOf(letter) + 1) + " " : "",
                        voice))
                .toList();
        List<Option> targets = order.targets(item).stream()
                .map(digit -> option(digit, item.targets().get(digit).in(locale), "", voice))
                .toList();
        return new Item(
                item.id(),
                item.kind().name().toLowerCase(Locale.ROOT),
                item.ask().in(locale),
                item.multiple(),
                item.picture().map(svg -> new RawString(svg.in(locale))).orElse(null),
                options,
                targets,
                span(item.ask().in(locale), voice));
    }

    private static Option option(String letter, String text, String number, Optional<QuizVoice> voice) {
        return new Option(letter, text, number, span(text, voice));
    }

    private static String span(String words, Optional<QuizVoice> voice) {
        return voice.map(spoken -> spoken.span(words)).orElse("");
    }
}
