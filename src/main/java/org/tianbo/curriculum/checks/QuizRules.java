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
        int asked = quiz.tree().path("draw").asInt(items.size());
        if (asked > items.size()) {
            faults.add(
                    quiz.file(),
                    quiz.line("/draw"),
                    "一次要问的题比题目还多",
                    "more questions are asked at a time than there are");
        }
        if (quiz.tree().get("pass").intValue() > asked) {
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
            item.get("answers").forEach(answer -> right.add(answer.textValue().substring(0, 1)));
            passages.add(passage(quiz, at + "/ask", item.get("ask"), Passage.Role.QUIZ));
            item.get("options")
                    .properties()
                    .forEach(option -> passages.add(passage(
                            quiz,
                            at + "/options/" + option.getKey(),
                            option.getValue(),
                            right.contains(option.getKey()) ? Passage.Role.QUIZ : Passage.Role.WRONG_ANSWER)));
            item.path("targets")
                    .properties()
                    .forEach(target -> passages.add(
                            passage(quiz, at + "/targets/" + target.getKey(), target.getValue(), Passage.Role.QUIZ)));
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
        String kind = item.path("kind").asText("choice");
        requireOnly(quiz, at, item, "targets", kind.equals("match"), faults);
        requireOnly(quiz, at, item, "picture", kind.equals("spot"), faults);
        JsonNode answers = item.get("answers");
        for (int i = 0; i < answers.size(); i++) {
            checkAnswer(quiz, at + "/answers/" + i, item, kind, answers.get(i).textValue(), faults);
        }
        checkNumber(quiz, at, item, kind, faults);
        checkGivesNothingAway(quiz, at, answers, kind, faults);
        if (kind.equals("spot") && !names(item.path("picture").path("spots")).equals(names(item.get("options")))) {
            faults.add(
                    quiz.file(),
                    quiz.line(at + "/picture/spots"),
                    "图上的位置和选项要一一对应",
                    "the places in the drawing and the options must be the same");
        }
    }

    /** A part that questions of this kind need, and others have no use for. */
    private static void requireOnly(
            SourceYaml quiz, String at, JsonNode item, String part, boolean needed, Faults faults) {
        if (item.has(part) != needed) {
            faults.add(
                    quiz.file(),
                    quiz.line(at + "/" + part),
                    needed ? "这种题要有“" + part + "”" : "这种题不要“" + part + "”",
                    "this kind of question " + (needed ? "needs \"" : "has no \"") + part + "\"");
        }
    }

    private static void checkAnswer(
            SourceYaml quiz, String at, JsonNode item, String kind, String answer, Faults faults) {
        String letter = answer.substring(0, 1);
        if (!item.get("options").has(letter)) {
            faults.add(
                    quiz.file(),
                    quiz.line(at),
                    "答案是 " + letter + "，可是没有这个选项",
                    "the answer is " + letter + ", but there is no such option");
        }
        if (kind.equals("match") != item.path("targets").has(answer.substring(1))) {
            faults.add(
                    quiz.file(),
                    quiz.line(at),
                    "答案 " + answer + " 对不上",
                    "the answer " + answer + " pairs with nothing");
        }
    }

    /** How many answers a question of this kind must have for there to be something to ask. */
    private static void checkNumber(SourceYaml quiz, String at, JsonNode item, String kind, Faults faults) {
        int options = item.get("options").size();
        Set<Character> letters = new HashSet<>();
        item.get("answers").forEach(answer -> letters.add(answer.textValue().charAt(0)));
        int answers = item.get("answers").size();
        boolean sound =
                switch (kind) {
                    case "truth" -> options == 2 && answers == 1;
                    case "spot" -> answers == 1;
                    case "order" -> options > 2 && answers == options;
                    case "match" -> answers == options && letters.size() == options;
                    default -> answers < options;
                };
        if (!sound && kind.equals("choice")) {
            faults.add(
                    quiz.file(),
                    quiz.line(at + "/answers"),
                    "所有选项都对，这题就不用问了",
                    "when every option is right there is nothing to ask");
        } else if (!sound) {
            faults.add(
                    quiz.file(),
                    quiz.line(at + "/answers"),
                    "选项或答案的个数不对",
                    "the number of options or answers does not fit this kind of question");
        }
    }

    /** Letters are sent with the steps: whoever reads them must not read the order. */
    private static void checkGivesNothingAway(
            SourceYaml quiz, String at, JsonNode answers, String kind, Faults faults) {
        List<String> letters = new ArrayList<>();
        answers.forEach(answer -> letters.add(answer.textValue()));
        if (kind.equals("order")
                && letters.size() > 1
                && letters.equals(letters.stream().sorted().toList())) {
            faults.add(
                    quiz.file(),
                    quiz.line(at + "/answers"),
                    "步骤的顺序不能就是字母的顺序",
                    "the order of the steps must not be that of their letters");
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
