package org.tianbo.curriculum;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something in a text that a person should look at.
 *
 * @param from index of its first character
 * @param to index behind its last
 * @param better a sentence one can say instead
 * @param rule id of the rule at stake; present when it would break one
 */
public record WordFlag(int from, int to, Severity severity, Text why, Text better, Optional<String> rule) {

    /** How much it matters. */
    public enum Severity {
        /** Breaks a rule. */
        STOP,
        /** Needs a proof. */
        ASK,
        /** Puts people off. */
        HINT
    }

    /**
     * A phrase to avoid as it is looked for, so that a phone can look for it without a network. Patterns are regular
     * expressions by language, {@code zh} and {@code en}.
     *
     * @param only what must be around for it to count
     * @param unless what makes it harmless; one is enough
     */
    public record Phrase(
            Map<String, String> pattern,
            Optional<Context> only,
            List<Context> unless,
            Severity severity,
            Text why,
            Text better) {

        public Phrase {
            unless = unless == null ? List.of() : unless;
        }
    }

    /**
     * What is around a phrase.
     *
     * @param near found at most {@code within} characters away, on that side
     * @param whole found anywhere in the sentence
     * @param within null for the usual 40
     * @param side {@code before}, {@code after} or {@code either}; null for either
     */
    public record Context(Map<String, String> near, Map<String, String> whole, Integer within, String side) {}
}
