package org.tianbo.learning.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.WordFlag;

/**
 * A script or a title with what a person should look at in it.
 *
 * @param text as it was put in
 * @param parts the text in pieces, those that were found marked
 */
record WordCheck(String text, List<Part> parts, List<Match> matches) {

    /** @param severity of what was found there, in lower case; empty for the rest */
    record Part(String text, String severity) {}

    /** @param rule id of the rule at stake */
    record Match(String text, String severity, String why, String better, Optional<String> rule) {}

    static WordCheck nothingYet() {
        return new WordCheck("", List.of(), List.of());
    }

    static WordCheck of(String text, Curriculum curriculum, Locale locale) {
        List<Part> parts = new ArrayList<>();
        List<Match> matches = new ArrayList<>();
        int at = 0;
        for (WordFlag flag : curriculum.wordsToAvoid(text)) {
            String severity = flag.severity().name().toLowerCase(Locale.ROOT);
            String flagged = text.substring(flag.from(), flag.to());
            matches.add(new Match(
                    flagged, severity, flag.why().in(locale), flag.better().in(locale), flag.rule()));
            // Two phrases may share words; each is explained, the words are marked once.
            if (flag.from() >= at) {
                parts.add(new Part(text.substring(at, flag.from()), ""));
                parts.add(new Part(flagged, severity));
                at = flag.to();
            }
        }
        parts.add(new Part(text.substring(at), ""));
        return new WordCheck(text, parts, matches);
    }

    public boolean checked() {
        return !text.isBlank();
    }
}
