package org.tianbo.cohort.page;

import java.util.Objects;
import org.tianbo.cohort.enrolment.NewCohort;

/** The form of a new class, as typed. */
public record CohortForm(String name, String from, String to) {

    /** A browser may leave a field out altogether. */
    static CohortForm of(String name, String from, String to) {
        return new CohortForm(Objects.toString(name, ""), Objects.toString(from, ""), Objects.toString(to, ""));
    }

    public NewCohort toNewCohort() {
        return NewCohort.typed(name, from, to);
    }
}
