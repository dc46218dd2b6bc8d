package org.tianbo.cohort.enrolment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A class and its size.
 *
 * @param enrolled everyone ever enrolled
 * @param left those of them who left
 */
public record CohortView(UUID id, String name, LocalDate from, LocalDate to, long enrolled, long left) {}
