package org.tianbo.mentoring.draft;

/**
 * Whether a rule was broken: a veto, not a score.
 *
 * @param atMs where it happened; needed when {@code broken}
 * @param rule id of one of the rubric's rules, null when the mentor names none
 */
public record Compliance(boolean broken, Long atMs, String rule) {}
