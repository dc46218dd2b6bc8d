package org.tianbo.learning.items;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;

/** What is right of today's questions, in each version of a lesson that asked them in the same words. */
final class ItemKeys {

    private final Curriculum curriculum;
    private final Map<String, Quiz> today;
    private final ArrayNode keys = JsonNodeFactory.instance.arrayNode();

    /** @param today the quizzes in question, by lesson */
    ItemKeys(Curriculum curriculum, Map<String, Quiz> today) {
        this.curriculum = curriculum;
        this.today = today;
    }

    /** A version that somebody answered; one of another lesson adds nothing. */
    void add(String lesson, String version) {
        if (today.containsKey(lesson)) {
            curriculum.quiz(lesson, version).items().stream()
                    .filter(today.get(lesson).items()::contains)
                    .forEach(item -> add(lesson, version, item));
        }
    }

    /** As PostgreSQL reads it: lesson, version, item, whether its parts are ordered, and its answer. */
    String json() {
        return keys.toString();
    }

    private void add(String lesson, String version, Quiz.Item item) {
        boolean ordered = item.kind() == Quiz.Kind.ORDER;
        Stream<String> parts =
                ordered ? item.answers().stream() : item.answers().stream().sorted();
        keys.addObject()
                .put("lesson", lesson)
                .put("version", version)
                .put("item", item.id())
                .put("ordered", ordered)
                .put("answer", parts.collect(Collectors.joining(" ")));
    }
}
