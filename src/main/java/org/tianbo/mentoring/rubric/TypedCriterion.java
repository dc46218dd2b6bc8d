package org.tianbo.mentoring.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Rubric.Criterion;
import org.tianbo.curriculum.Text;
import org.tianbo.platform.error.Refused;

/**
 * What an officer typed into the form of a criterion's words. Fields are {@code title}, {@code ask} and {@code level-0}
 * to {@code level-5}; with {@code -en} behind them for English, which may be empty: English pages then show the
 * Chinese.
 */
public record TypedCriterion(Map<String, String> typed) {

    private static final int LONGEST_TITLE = 30;
    private static final int LONGEST_SENTENCE = 300;

    /** A line break is a blank here; PostgreSQL takes no zero byte. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** The names of all fields, in the form's order. */
    public static List<String> fields() {
        List<String> fields = new ArrayList<>(List.of("title", "ask"));
        for (int level = 0; level <= Rubric.BEST; level++) {
            fields.add("level-" + level);
        }
        return fields.stream()
                .flatMap(field -> List.of(field, field + "-en").stream())
                .toList();
    }

    /** The criterion of that id and weight with these words; what is wrong is added to the faults. */
    Criterion criterion(String id, int weight, Refused faults) {
        Text title = text("title", LONGEST_TITLE, faults);
        Text ask = text("ask", LONGEST_SENTENCE, faults);
        List<Text> levels = new ArrayList<>();
        for (int level = 0; level <= Rubric.BEST; level++) {
            levels.add(text("level-" + level, LONGEST_SENTENCE, faults));
        }
        return new Criterion(id, weight, title, ask, levels);
    }

    private Text text(String field, int longest, Refused faults) {
        String chinese = words(field, longest, faults);
        if (chinese.isEmpty()) {
            faults.field(field, "mentoring.rubric-words-missing");
        }
        return new Text(chinese, words(field + "-en", longest * 2, faults));
    }

    private String words(String field, int longest, Refused faults) {
        String words =
                CONTROL.matcher(typed.getOrDefault(field, "")).replaceAll(" ").strip();
        if (words.length() > longest) {
            faults.field(field, "mentoring.rubric-words-too-long");
        }
        return words;
    }
}
