package org.tianbo.interop.statement;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What trainees are said to have done. Its name is stored. */
public enum Verb {
    /** A lesson. */
    COMPLETED("http://adlnet.gov/expapi/verbs/completed"),
    /** A quiz. */
    PASSED("http://adlnet.gov/expapi/verbs/passed"),
    FAILED("http://adlnet.gov/expapi/verbs/failed"),
    /** A quiz once more, in a round whose right answers were known by then. */
    ATTEMPTED("http://adlnet.gov/expapi/verbs/attempted"),
    /** A rehearsal, to a mentor. */
    SUBMITTED("http://activitystrea.ms/schema/1.0/submit"),
    TOOK_BACK("http://activitystrea.ms/schema/1.0/retract"),
    /** Of a rehearsal, by the mentor's review. */
    SCORED("http://adlnet.gov/expapi/verbs/scored"),
    /** What the county asks for before it certifies. */
    SATISFIED("https://w3id.org/xapi/adl/verbs/satisfied"),
    /** The certificate. */
    EARNED("http://id.tincanapi.com/verb/earned"),
    /** The certificate counts no more, or the income is steady no more. */
    LOST(""),
    OPENED_STORE(""),
    CLOSED_STORE(""),
    SOLD_FIRST(""),
    EARNED_STEADILY(""),
    /** An earlier statement counts no more, for its person was erased. */
    VOIDED("http://adlnet.gov/expapi/verbs/voided");

    private final String published;

    Verb(String published) {
        this.published = published;
    }

    /** @param home under which the verbs stand that nobody has published */
    public URI iri(URI home) {
        return published.isEmpty() ? home.resolve("/xapi/verbs/" + code()) : URI.create(published);
    }

    /** {@code opened-store}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that the IRI names. */
    public static Optional<Verb> of(URI iri, URI home) {
        return Arrays.stream(values())
                .filter(verb -> verb.iri(home).equals(iri))
                .findFirst();
    }
}
