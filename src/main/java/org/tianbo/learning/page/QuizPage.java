package org.tianbo.learning.page;

import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.learning.progress.QuizTries;
import org.tianbo.learning.progress.RetakeRule;
import org.tianbo.platform.data.Ids;

/**
 * A quiz as one reader sees it: what is asked this time, and the rest of the pool for another try without network. What
 * is right stands nowhere in it.
 *
 * @param form of this one drawing of the page: sent twice, it is one try
 * @param round how often the reader was asked before
 * @param next address of the next lesson, empty after the last
 */
record QuizPage(
        UUID form,
        String slug,
        String version,
        String course,
        String title,
        int round,
        List<Item> items,
        List<Item> rest,
        Retake retake,
        Optional<String> next) {

    /**
     * The county's rule, and what it says to this reader now.
     *
     * @param hoursLeft until the quiz may be answered again, 0 for now
     */
    record Retake(RetakeRule rule, long hoursLeft, boolean usedUp) {

        static Retake free(RetakeRule rule) {
            return new Retake(rule, 0, false);
        }

        static Retake of(RetakeRule rule, QuizTries.Tries tries, Instant now) {
            return new Retake(rule, rule.hoursLeft(tries.lastAt(), now), rule.usedUp(tries.count()));
        }

        public boolean open() {
            return hoursLeft == 0 && !usedUp;
        }
    }

    /** @param picture null where there is none */
    record Item(
            String id,
            String kind,
            String ask,
            boolean multiple,
            RawString picture,
            List<Option> options,
            List<Option> targets) {

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

    /** @param number of a place in the picture, else empty */
    record Option(String letter, String text, String number) {}

    static QuizPage of(LessonView lesson, Optional<LessonSummary> next, QuizOrder order, Retake retake, Locale locale) {
        Quiz quiz = lesson.quiz();
        List<Item> pool =
                order.pool(quiz).stream().map(item -> item(item, order, locale)).toList();
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
                next.map(QuizPage::address));
    }

    /** As words take it. */
    public String hoursLeft() {
        return Long.toString(retake.hoursLeft());
    }

    public String lesson() {
        return "/learn/" + course + "/" + slug;
    }

    static String address(LessonSummary lesson) {
        return "/learn/" + lesson.course() + "/" + lesson.slug();
    }

    private static Item item(Quiz.Item item, QuizOrder order, Locale locale) {
        List<String> letters = order.options(item);
        List<Option> options = letters.stream()
                .map(letter -> new Option(
                        letter,
                        item.options().get(letter).in(locale),
                        item.kind() == Quiz.Kind.SPOT ? (letters.indexOf(letter) + 1) + " " : ""))
                .toList();
        List<Option> targets = order.targets(item).stream()
                .map(digit -> new Option(digit, item.targets().get(digit).in(locale), ""))
                .toList();
        return new Item(
                item.id(),
                item.kind().name().toLowerCase(Locale.ROOT),
                item.ask().in(locale),
                item.multiple(),
                item.picture().map(svg -> new RawString(svg.in(locale))).orElse(null),
                options,
                targets);
    }
}
