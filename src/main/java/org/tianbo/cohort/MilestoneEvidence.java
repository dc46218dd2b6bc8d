package org.tianbo.cohort;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What proves a milestone.
 *
 * @param ref the thing's own name: an id, a lesson's slug, a certificate's serial, a roster import and its line
 */
public record MilestoneEvidence(Kind kind, String ref) {

    /** What sort of thing it is, and the page that shows it to the county's desk, where there is one. */
    public enum Kind {
        ROSTER(""),
        LESSON(""),
        ATTEMPT("/mentoring/attempts/"),
        REVIEW("/mentoring/"),
        ROAD(""),
        CERTIFICATE("/certificates/"),
        STORE("/stores/"),
        NOTE("");

        private final String page;

        /** Whether somebody else or a platform's own file stands behind it, and not only a phone or a list of names. */
        public boolean isVerified() {
            return this == REVIEW || this == ROAD || this == CERTIFICATE || this == STORE;
        }

        Kind(String page) {
            this.page = page;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where to look at it. */
    @JsonProperty
    public Optional<String> link() {
        return kind.page.isEmpty() ? Optional.empty() : Optional.of(kind.page + ref);
    }

    /** The same, with a place of its own in the class's pages for what no other page shows. */
    public String page(UUID cohort, UUID trainee) {
        String here = "/cohorts/" + cohort;
        return link().orElseGet(() -> switch (kind) {
            case ROSTER -> {
                String file = ref.replaceAll("#.*", "");
                yield here + "/roster?from=" + file + "#import-" + file;
            }
            case LESSON -> here + "/trainees/" + trainee + "#lessons";
            case ROAD -> here + "/trainees/" + trainee + "#reviews";
            default -> here + "/trainees/" + trainee + "#enrolment";
        });
    }
}
