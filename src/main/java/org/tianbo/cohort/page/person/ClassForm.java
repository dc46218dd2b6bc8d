package org.tianbo.cohort.page.person;

import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.enrolment.ClassChanges;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.cohort.enrolment.RecordField;

/**
 * What somebody typed of a class's name, days and place; a browser may leave any field out.
 *
 * @param version of what they saw
 */
record ClassForm(
        @RestForm String version,
        @RestForm String name,
        @RestForm String from,
        @RestForm String to,
        @RestForm String venue,
        @RestForm String reason) {

    static ClassForm of(CohortView cohort, String venue, String version) {
        return new ClassForm(
                version, cohort.name(), cohort.from().toString(), cohort.to().toString(), venue, "");
    }

    /** The same with an empty text for each field that was left out. */
    ClassForm whole() {
        return new ClassForm(text(version), text(name), text(from), text(to), text(venue), text(reason));
    }

    ClassChanges.Wanted wanted(UUID by) {
        return new ClassChanges.Wanted(NewCohort.typed(name, from, to), venue, version, reason, by);
    }

    /** What the place is called among what an audit asks. */
    public RecordField place() {
        return RecordField.VENUE;
    }

    private static String text(String typed) {
        return Objects.toString(typed, "").strip();
    }
}
