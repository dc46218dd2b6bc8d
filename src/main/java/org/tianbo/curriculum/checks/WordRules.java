package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.SourceDocument;

/** Words to avoid find what they are to find, and leave alone what is harmless: each brings its own tests. */
final class WordRules {

    private final SourceDocument words;
    private final References references;

    WordRules(SourceDocument words, References references) {
        this.words = words;
        this.references = references;
    }

    /** @param taken ids in other files; those of this one are added */
    void check(Set<String> taken) {
        references.unique(words, "/words", taken);
        JsonNode entries = words.body().get("words");
        for (int i = 0; i < entries.size(); i++) {
            check("/words/" + i, entries.get(i));
        }
    }

    private void check(String at, JsonNode entry) {
        if (entry.has("rule")) {
            references.find(
                    words, at + "/rule", DocumentKind.RULE, entry.get("rule").textValue());
        } else if (entry.get("severity").textValue().equals("stop")) {
            references.fault(words, at + "/severity", "要写是哪条规矩", "what breaks a rule names the rule");
        }
        try {
            Phrase.of(entry, "en");
            Optional<Phrase> phrase = Phrase.of(entry, "zh");
            phrase.ifPresent(found -> test(at, entry.get("tests"), found));
        } catch (PatternSyntaxException broken) {
            references.fault(
                    words,
                    at + "/pattern",
                    "写法有错：" + broken.getDescription(),
                    "the pattern is broken: " + broken.getDescription());
        }
    }

    private void test(String at, JsonNode tests, Phrase phrase) {
        JsonNode hits = tests.get("hits");
        for (int i = 0; i < hits.size(); i++) {
            if (phrase.in(hits.get(i).textValue()).isEmpty()) {
                references.fault(words, at + "/tests/hits/" + i, "这句没有查出来", "this is not found");
            }
        }
        JsonNode passes = tests.get("passes");
        for (int i = 0; i < passes.size(); i++) {
            if (!phrase.in(passes.get(i).textValue()).isEmpty()) {
                references.fault(words, at + "/tests/passes/" + i, "这句不该查出来", "this should not be found");
            }
        }
    }
}
