package org.tianbo.cohort.enrolment;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** What the tests of rosters count in the county. */
abstract class RosterCounts {

    @Inject
    Classes classes;

    @Inject
    EntityManager entities;

    long enrolled(UUID cohort) {
        return classes.inFengcheng(() ->
                        (Number) entities.createNativeQuery("select count(*) from enrolments where cohort = :cohort")
                                .setParameter("cohort", cohort)
                                .getSingleResult())
                .longValue();
    }
}
