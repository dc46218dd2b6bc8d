package org.tianbo.curriculum;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * The questions after a lesson.
 *
 * @param pass how many items must be right
 */
public record Quiz(int pass, List<Item> items) {

    /**
     * @param options by letter, in the order they are shown
     * @param answers letters of every right option; more than one makes it a multiple choice
     * @param why shown after answering, whether right or wrong
     */
    public record Item(String id, Text ask, SortedMap<String, Text> options, List<String> answers, Text why) {

        public boolean multiple() {
            return answers.size() > 1;
        }

        /** Right means every right option and no other: half an answer earns nothing. */
        public boolean right(Set<String> chosen) {
            return chosen.equals(Set.copyOf(answers));
        }
    }

    /** How one item was answered; {@code chosen} is empty when it was left out. */
    public record Answered(String item, Set<String> chosen, boolean right) {}

    /**
     * @param score right answers out of all items, 0–100, rounded down so that a pass is never rounded up into being
     */
    public record Grade(List<Answered> items, int right, int of, int score, boolean passed) {}

    /**
     * @param answers chosen letters by item id; an item left out counts as wrong
     * @throws AnswersRefused when an item or a letter is not of this quiz
     */
    public Grade grade(Map<String, Set<String>> answers) {
        AnswersRefused.unlessKnown(this, answers);
        List<Answered> graded = items.stream()
                .map(item -> answered(item, answers.getOrDefault(item.id(), Set.of())))
                .toList();
        int right = (int) graded.stream().filter(Answered::right).count();
        return new Grade(graded, right, items.size(), 100 * right / items.size(), right >= pass);
    }

    private static Answered answered(Item item, Set<String> chosen) {
        return new Answered(item.id(), Set.copyOf(chosen), item.right(chosen));
    }
}
