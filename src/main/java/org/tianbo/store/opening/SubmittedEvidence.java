package org.tianbo.store.opening;

import java.time.Instant;
import java.util.UUID;

/**
 * What was handed in for a gate.
 *
 * @param photo id of the photo; this, link and words are empty where nothing was given
 * @param removed whether they are empty because their time was over
 */
public record SubmittedEvidence(
        UUID id, String rule, Answer answer, String text, String link, String photo, Instant at, boolean removed) {

    /** Whether something is shown or the gate is said not to apply. */
    public enum Answer {
        SHOWN,
        NOT_MINE
    }
}
