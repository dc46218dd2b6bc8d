package org.tianbo.learning.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Quiz;
import org.tianbo.learning.page.quiz.QuizPage;
import org.tianbo.learning.progress.QuizTries;
import org.tianbo.learning.progress.RetakeSettings;
import org.tianbo.learning.sync.PhoneRecord;
import org.tianbo.learning.sync.RecordData;
import org.tianbo.learning.sync.RecordType;
import org.tianbo.learning.sync.Sender;
import org.tianbo.learning.sync.Sync;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.Zones;

/**
 * Keeps what a form brings as if a phone had recorded it: one journal, whichever way it arrived. A form that is sent
 * twice gives its record the same id twice, and counts once.
 */
@ApplicationScoped
class NoScriptForms {

    private final Sync sync;
    private final RetakeSettings retakes;
    private final Clock clock;

    NoScriptForms(Sync sync, RetakeSettings retakes, Clock clock) {
        this.sync = sync;
        this.retakes = retakes;
        this.clock = clock;
    }

    /** Whether the quiz may be answered now. */
    QuizPage.Retake retake(QuizTries.Tries tries) {
        return QuizPage.Retake.of(retakes.rule(), tries, clock.instant());
    }

    /**
     * To finish the same lesson again on the same day is the same as once.
     *
     * @param record the id under which a phone sends it again, should it not hear that it was taken; null from a page
     *     alone
     */
    void complete(SignedIn trainee, String lesson, String version, String record) {
        LocalDate today = LocalDate.now(clock.withZone(Zones.SHANGHAI));
        store(
                trainee,
                Optional.ofNullable(record)
                        .flatMap(Ids::parse)
                        .orElseGet(() ->
                                Ids.named("finished on a page", lesson, String.valueOf(version), today.toString())),
                RecordType.LESSON_COMPLETED,
                about(lesson, version));
    }

    /**
     * @param form with other answers it is another try, also when it was only gone back to
     * @return the answers as they were kept
     */
    RecordData.OfQuiz answer(SignedIn trainee, LessonView lesson, Map<String, List<String>> form) {
        ObjectNode data = about(lesson.slug(), lesson.version());
        ObjectNode answers = data.putObject("answers");
        form.getOrDefault("round", List.of()).stream()
                .findFirst()
                .filter(round -> round.matches("[0-9]{1,4}"))
                .ifPresent(round -> data.put("round", Integer.parseInt(round)));
        for (Quiz.Item item : lesson.quiz().items()) {
            List<String> chosen = chosen(item, form);
            if (!chosen.isEmpty()) {
                chosen.forEach(answers.withArray(item.id())::add);
            }
        }
        RecordData.OfQuiz quiz = (RecordData.OfQuiz) RecordType.QUIZ_SUBMITTED.read(data);
        UUID record = form.getOrDefault("form", List.of()).stream()
                .findFirst()
                .map(drawn -> Ids.named("answered on a page", drawn, data.toString()))
                .orElseGet(Ids::next);
        store(trainee, record, RecordType.QUIZ_SUBMITTED, data);
        return quiz;
    }

    /** @param path null for none */
    void choosePath(SignedIn trainee, String path) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (path != null) {
            data.put("path", path);
        }
        store(trainee, Ids.next(), RecordType.PATH_CHOSEN, data);
    }

    /** Steps come each with its number, things each with the digit of what they are paired with. */
    static List<String> chosen(Quiz.Item item, Map<String, List<String>> form) {
        Function<String, String> given = letter ->
                form.getOrDefault(item.id() + "." + letter, List.of("")).get(0);
        Stream<String> parts = item.options().keySet().stream()
                .filter(letter -> !given.apply(letter).isEmpty());
        return switch (item.kind()) {
            case ORDER -> ordered(item, given);
            case MATCH -> parts.map(letter -> letter + given.apply(letter)).toList();
            case CHOICE, TRUTH, SPOT -> form.getOrDefault(item.id(), List.of());
        };
    }

    /** Nothing where two steps have the same number, or one has none: how they stood must not decide. */
    private static List<String> ordered(Quiz.Item item, Function<String, String> given) {
        Map<String, String> byNumber = item.options().keySet().stream()
                .collect(Collectors.toMap(given, letter -> letter, (one, other) -> one));
        List<String> numbers = IntStream.rangeClosed(1, item.options().size())
                .mapToObj(Integer::toString)
                .toList();
        return byNumber.keySet().containsAll(numbers)
                ? numbers.stream().map(byNumber::get).toList()
                : List.of();
    }

    private void store(SignedIn trainee, UUID record, RecordType type, ObjectNode data) {
        Sender sender = new Sender(
                trainee.county(), trainee.id(), null, trainee.helping().orElse(null), trainee.isHelpingOnSamePhone());
        sync.take(sender, new PhoneRecord(record, type, clock.instant(), data, type.read(data)));
    }

    private static ObjectNode about(String lesson, String version) {
        return JsonNodeFactory.instance.objectNode().put("lesson", lesson).put("version", version);
    }
}
