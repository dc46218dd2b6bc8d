package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.Passage;
import org.tianbo.curriculum.document.SourceYaml;

/** What a schema cannot say of a quiz. */
public final class QuizRules {

    private QuizRules() {}

    public static void check(SourceYaml quiz, Faults faults) {
        JsonNode items = quiz.tree().get("items");
        if (quiz.tree().get("pass").intValue() > items.size()) {
            faults.add(
                    quiz.file(),
                    quiz.line("/pass"),
                    "要答对的题比题目还多",
                    "more right answers are needed than there are questions");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            checkItem(quiz, "/items/" + i, items.get(i), ids, faults);
        }
    }

    /** What a learner reads in it, in Chinese. */
    public static List<Passage> passages(SourceYaml quiz) {
        List<Passage> passages = new ArrayList<>();
        JsonNode items = quiz.tree().get("items");
        for (int i = 0; i < items.size(); i++) {
            String at = "/items/" + i;
            JsonNode item = items.get(i);
            Set<String> right = new HashSet<>();
            item.get("answers").forEach(letter -> right.add(letter.textValue()));
            passages.add(passage(quiz, at + "/ask", item.get("ask"), Passage.Role.QUIZ));
            item.get("options")
                    .properties()
                    .forEach(option -> passages.add(passage(
                            quiz,
                            at + "/options/" + option.getKey(),
                            option.getValue(),
                            right.contains(option.getKey()) ? Passage.Role.QUIZ : Passage.Role.WRONG_ANSWER)));
            passages.add(passage(quiz, at + "/why", item.get("why"), Passage.Role.QUIZ));
        }
        return passages;
    }

    private static Passage passage(SourceYaml quiz, String pointer, JsonNode text, Passage.Role role) {
        return new Passage(quiz.file(), quiz.line(pointer), text.get("zh").textValue(), role);
    }

    private static void checkItem(SourceYaml quiz, String at, JsonNode item, Set<String> ids, Faults faults) {
        String id = item.get("id").textValue();
        if (!ids.add(id)) {
            faults.add(quiz.file(), quiz.line(at + "/id"), "题号“" + id + "”用了两次", "\"" + id + "\" is used twice");
        }
        JsonNode answers = item.get("answers");
        for (int i = 0; i < answers.size(); i++) {
            String letter = answers.get(i).textValue();
            if (!item.get("options").has(letter)) {
                faults.add(
                        quiz.file(),
                        quiz.line(at + "/answers/" + i),
                        "答案是 " + letter + "，可是没有这个选项",
                        "the answer is " + letter + ", but there is no such option");
            }
        }
        if (answers.size() == item.get("options").size()) {
            faults.add(
                    quiz.file(),
                    quiz.line(at + "/answers"),
                    "所有选项都对，这题就不用问了",
                    "when every option is right there is nothing to ask");
        }
    }
}
