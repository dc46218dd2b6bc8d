package org.tianbo.cohort;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * What proves a milestone.
 *
 * @param ref the thing's own name: an id, a lesson's slug, a certificate's serial, a roster import and its line
 */
public record Evidence(Kind kind, String ref) {

    /** What sort of thing it is, and the page that shows it to the county's desk, where there is one. */
    public enum Kind {
        ROSTER(""),
        LESSON(""),
        ATTEMPT(""),
        REVIEW("/mentoring/"),
        ROAD(""),
        CERTIFICATE("/certificates/"),
        STORE("/stores/"),
        NOTE("");

        private final String page;

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
}
