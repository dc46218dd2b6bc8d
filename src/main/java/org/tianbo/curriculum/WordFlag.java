package org.tianbo.curriculum;

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
}
