package org.tianbo.curriculum;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A rule of the trade as the county reads it: data with its source and the day somebody last compared the two. Never
 * legal advice, and every page that shows one says so.
 *
 * @param slug the rule's id
 * @param paths store paths it holds for: {@code own-produce}, {@code resale}, {@code processed}, {@code prepackaged}
 * @param says the rule in plain words
 * @param check what somebody looks at to see that it is kept
 * @param checkedBy role of that somebody
 * @param source law and article
 * @param sourceUrl where the official wording can be read
 * @param until last day in force, when known
 * @param provinces other wording by province, by six-digit division code
 * @param gate present when a store opens only after this has been seen
 */
public record Rule(
        String slug,
        String version,
        List<String> paths,
        Text title,
        Text says,
        Text check,
        String checkedBy,
        LocalDate from,
        Optional<LocalDate> until,
        Text source,
        Optional<String> sourceUrl,
        LocalDate reviewedOn,
        List<Province> provinces,
        Optional<Opening> gate) {

    /** How a province words it differently. */
    public record Province(String code, Text says, Text source) {}

    /**
     * What opens the gate.
     *
     * @param order place in the dossier
     * @param evidence what is handed in
     * @param required false when the trainee may answer "does not apply to me"
     * @param papers as what it is kept
     */
    public record Opening(int order, Evidence evidence, boolean required, Text ask, Papers papers) {

        /** What was published before papers were told apart is the seller's. */
        public Opening {
            papers = papers == null ? Papers.SELLER : papers;
        }
    }

    /** As what something handed in is kept, and thereby for how long. */
    public enum Papers {
        /** Of the seller: who they are, what was agreed with them, what was checked. */
        SELLER,
        /** Of one lot of produce. */
        PRODUCE
    }

    /** How a gate is shown to be passed. */
    public enum Evidence {
        PHOTO,
        DOCUMENT,
        LINK,
        STATEMENT,
        VISIT
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
