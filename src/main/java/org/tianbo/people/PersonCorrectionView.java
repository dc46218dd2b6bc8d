package org.tianbo.people;

import java.time.Instant;

/**
 * A detail of a person that a roster corrected.
 *
 * @param before what stood there until then; empty for nothing
 * @param by name of whoever confirmed it; empty when they are not known any more
 */
public record PersonCorrectionView(PersonField field, String before, String now, String by, Instant at) {}
