package org.tianbo.curriculum;

import java.time.LocalDate;
import org.tianbo.curriculum.Rule.Evidence;

/**
 * One thing that must be seen before a store of a given path opens.
 *
 * @param rule id of the rule behind it
 * @param version of that rule, to be kept with the evidence
 * @param ask what the trainee is asked to show, in plain words
 * @param check what the person who checks looks at
 * @param checkedBy role of that person
 * @param required false when "does not apply to me" is an answer
 * @param papers as what is handed in is kept
 */
public record Gate(
        String rule,
        String version,
        Text title,
        Text ask,
        Text says,
        Text check,
        String checkedBy,
        Evidence evidence,
        boolean required,
        Rule.Papers papers,
        Text source,
        LocalDate reviewedOn) {

    public static Gate of(Rule rule) {
        Rule.Opening opening = rule.gate().orElseThrow();
        return new Gate(
                rule.slug(),
                rule.version(),
                rule.title(),
                opening.ask(),
                rule.says(),
                rule.check(),
                rule.checkedBy(),
                opening.evidence(),
                opening.required(),
                opening.papers(),
                rule.source(),
                rule.reviewedOn());
    }

    /** Whether it is passed only as long as what was handed in is on file; of produce new lots follow the old ones. */
    public boolean needsPapers() {
        return papers == Rule.Papers.SELLER && evidence != Evidence.VISIT;
    }
}
