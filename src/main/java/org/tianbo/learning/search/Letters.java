package org.tianbo.learning.search;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tianbo.platform.search.Folding;
import org.tianbo.platform.search.TypedWords;

/** Words as they are compared. */
final class Letters {

    /** More is typed by nobody who looks for something. */
    static final int LONGEST = 60;

    /** And so many words: each is looked for everywhere. */
    private static final int MOST_WORDS = 8;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'’]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’]");
    private static final Pattern ONE_LETTER = Pattern.compile("[a-z]");
    private static final Pattern RUNS = Pattern.compile("\\p{IsHan}+|[^\\p{IsHan}]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final int SHORTEST_LOOSE = 3;

    private Letters() {}

    /** The first words of what was typed; a single Latin letter is none. */
    static List<String> words(String typed) {
        String text = typed == null ? "" : typed;
        return TypedWords.of(text.substring(0, Math.min(text.length(), LONGEST)), BETWEEN).words().stream()
                .map(word -> APOSTROPHES.matcher(Folding.folded(word)).replaceAll(""))
                .filter(word -> !word.isEmpty() && !ONE_LETTER.matcher(word).matches())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** What is looked for where nothing holds the words: two characters in a row, Latin words of some length. */
    static List<String> pieces(List<String> words) {
        return words.stream()
                .flatMap(word -> RUNS.matcher(word).results().map(MatchResult::group))
                .flatMap(Letters::piecesOfRun)
                .distinct()
                .toList();
    }

    private static Stream<String> piecesOfRun(String run) {
        if (HAN.matcher(run).matches()) {
            return run.length() <= 2
                    ? Stream.of(run)
                    : IntStream.range(0, run.length() - 1).mapToObj(at -> run.substring(at, at + 2));
        }
        return run.length() >= SHORTEST_LOOSE ? Stream.of(run) : Stream.empty();
    }

    /** An English word without the ending that says little: {@code prices} and {@code price} are the same. */
    static String stem(String word) {
        if (word.endsWith("ies") && word.length() >= 6) {
            return word.substring(0, word.length() - 3);
        }
        if (word.endsWith("ing") && word.length() >= 7) {
            return single(word.substring(0, word.length() - 3));
        }
        if (word.endsWith("ed") && word.length() >= 6) {
            return single(word.substring(0, word.length() - 2));
        }
        if (word.matches(".{2,}(x|s|sh|ch)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.matches(".{2,}[^siu]s") ? word.substring(0, word.length() - 1) : word;
    }

    /** {@code shipp}, of shipping, is ship. */
    private static String single(String word) {
        return word.matches(".*([^lsz])\\1") ? word.substring(0, word.length() - 1) : word;
    }
}
