package org.tianbo.mentoring;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An attempt behind a number of a mentor's.
 *
 * @param dueAt until when its trainee was promised feedback
 * @param publishedAt empty while it waits
 */
public record GradedLine(
        UUID review, String trainee, String title, Instant submittedAt, Instant dueAt, Optional<Instant> publishedAt) {

    /** Behind it the next page begins. */
    public MentorLoads.Place place() {
        return new MentorLoads.Place(submittedAt, review);
    }
}
