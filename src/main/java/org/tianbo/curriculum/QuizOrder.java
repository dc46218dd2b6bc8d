package org.tianbo.curriculum;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tianbo.curriculum.Quiz.Item;
import org.tianbo.curriculum.Quiz.Kind;

/**
 * Which questions somebody is asked of a pool, and in which order they and their choices stand. A phone without network
 * works out the same: {@code learning/quiz-order.js}. Answers are marked by it, so it must never change.
 *
 * @param seed who is asked, and about what
 * @param round how often they were asked before; each draws the questions that come next
 */
public record QuizOrder(String seed, int round) {

    private static final int OFFSET = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    public static QuizOrder of(UUID person, String lesson, int round) {
        return new QuizOrder(person + "/" + lesson, round);
    }

    /** Of a question that a video stops for: the same for everybody, so that their pages are the same. */
    public static QuizOrder inVideo(UUID video) {
        return new QuizOrder("video/" + video, 0);
    }

    /** The whole pool, those that are asked first. */
    public List<Item> pool(Quiz quiz) {
        List<Item> all = sorted(quiz.items(), seed, Item::id);
        int size = all.size();
        int first = (int) ((long) round * quiz.draw() % size);
        return Stream.concat(all.subList(first, size).stream(), all.subList(0, first).stream())
                .toList();
    }

    /** Letters of the choices, steps or things to pair. Places in a picture and true or false keep their order. */
    public List<String> options(Item item) {
        List<String> letters = List.copyOf(item.options().keySet());
        return item.kind() == Kind.TRUTH || item.kind() == Kind.SPOT
                ? letters
                : sorted(letters, of(item), Function.identity());
    }

    /** Digits of what the things are paired with. */
    public List<String> targets(Item item) {
        return sorted(List.copyOf(item.targets().keySet()), of(item), Function.identity());
    }

    private String of(Item item) {
        return seed + "/" + round + "/" + item.id();
    }

    private static <T> List<T> sorted(List<T> all, String seed, Function<T, String> name) {
        Comparator<T> byNumber =
                (one, other) -> Integer.compareUnsigned(number(seed, name.apply(one)), number(seed, name.apply(other)));
        return all.stream().sorted(byNumber.thenComparing(name)).toList();
    }

    /** FNV-1a of 32 bits (draft-eastlake-fnv) over ASCII, then MurmurHash3's last mixing: alike names end far apart. */
    static int number(String seed, String name) {
        int hash = OFFSET;
        for (char one : (seed + "/" + name).toCharArray()) {
            hash = (hash ^ one) * PRIME;
        }
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }
}
