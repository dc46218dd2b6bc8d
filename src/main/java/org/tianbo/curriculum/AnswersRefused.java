package org.tianbo.curriculum;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.platform.error.Fault;

/** Answers that name an item or an option the quiz does not have. */
public class AnswersRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private AnswersRefused(Map<String, String> codes) {
        super(Kind.INVALID, "curriculum.answers-refused");
        codes.forEach((item, code) -> field("answers." + item, code));
    }

    static void unlessKnown(Quiz quiz, Map<String, List<String>> answers) {
        Map<String, Quiz.Item> items =
                quiz.items().stream().collect(Collectors.toMap(Quiz.Item::id, Function.identity()));
        Map<String, String> codes = new TreeMap<>();
        answers.forEach((id, chosen) -> {
            if (!items.containsKey(id)) {
                codes.put(id, "curriculum.item-unknown");
            } else if (!chosen.stream().allMatch(items.get(id)::admits)) {
                codes.put(id, "curriculum.option-unknown");
            }
        });
        if (!codes.isEmpty()) {
            throw new AnswersRefused(codes);
        }
    }
}
