package org.tianbo.curriculum;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The questions after a lesson: a pool, of which a few are asked at a time.
 *
 * @param pass the pass mark, from {@code quiz.yaml}: how many of those asked must be right
 * @param draw how many are asked at a time; all of them where nothing else is said
 */
public record Quiz(int pass, int draw, List<Item> items) {

    public Quiz {
        draw = draw == 0 ? items.size() : draw;
    }

    /** How a question is answered. */
    public enum Kind {
        /** One letter or, where several are right, all of these. */
        CHOICE,
        /** The letter of true or of not true. */
        TRUTH,
        /** All letters, in the order of the steps. */
        ORDER,
        /** Each letter with the digit it belongs to: {@code a2}. */
        MATCH,
        /** The letter of a place in the picture. */
        SPOT
    }

    /**
     * @param options by letter: choices, steps, things to pair, or what each place in the picture is
     * @param targets by digit, what things are paired with; only of {@link Kind#MATCH}
     * @param picture SVG with numbered places, safe to print unescaped; only of {@link Kind#SPOT}
     * @param answers what is right, as {@link Kind} says; of a choice more than one makes it a multiple one
     * @param why shown once it was marked, whether right or wrong
     */
    public record Item(
            String id,
            Kind kind,
            Text ask,
            SortedMap<String, Text> options,
            SortedMap<String, Text> targets,
            Optional<Text> picture,
            List<String> answers,
            Text why) {

        public Item {
            kind = kind == null ? Kind.CHOICE : kind;
            targets = targets == null ? Collections.emptySortedMap() : targets;
        }

        public boolean multiple() {
            return kind == Kind.CHOICE && answers.size() > 1;
        }

        /** Right means all of it and nothing else: half an answer earns nothing. */
        public boolean right(List<String> chosen) {
            return kind == Kind.ORDER
                    ? chosen.equals(answers)
                    : Set.copyOf(chosen).equals(Set.copyOf(answers));
        }

        /** Whether this can be part of an answer. */
        boolean admits(String part) {
            return kind == Kind.MATCH
                    ? part.length() == 2
                            && options.containsKey(part.substring(0, 1))
                            && targets.containsKey(part.substring(1))
                    : options.containsKey(part);
        }
    }

    /** How one item was answered; {@code chosen} is empty when it was left out. */
    public record Answered(String item, List<String> chosen, boolean right) {}

    /**
     * @param score right answers out of all items, 0–100, rounded down so that a pass is never rounded up into being
     */
    public record Grade(List<Answered> items, int right, int of, int score, boolean passed) {}

    /** What is asked by this order, as a quiz of its own. */
    public Quiz drawn(QuizOrder order) {
        return new Quiz(pass, draw, order.pool(this).subList(0, draw));
    }

    /** One question of the pool as a quiz of its own; empty where the pool has none of that id. */
    public Optional<Quiz> only(String item) {
        return items.stream().filter(one -> one.id().equals(item)).findFirst().map(one -> new Quiz(1, 1, List.of(one)));
    }

    /**
     * @param answers what was chosen by item id, as {@link Kind} says; an item left out counts as wrong
     * @throws AnswersRefused when an item or a part of an answer is not of this quiz
     */
    public Grade grade(Map<String, List<String>> answers) {
        AnswersRefused.unlessKnown(this, answers);
        List<Answered> graded = items.stream()
                .map(item -> answered(item, answers.getOrDefault(item.id(), List.of())))
                .toList();
        int right = (int) graded.stream().filter(Answered::right).count();
        return new Grade(graded, right, items.size(), 100 * right / items.size(), right >= needed());
    }

    /** Whoever is asked the whole pool must know as large a part of it. */
    private int needed() {
        return (pass * items.size() + draw - 1) / draw;
    }

    private static Answered answered(Item item, List<String> chosen) {
        return new Answered(item.id(), List.copyOf(chosen), item.right(chosen));
    }
}
