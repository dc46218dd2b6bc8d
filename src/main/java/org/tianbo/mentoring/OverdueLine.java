package org.tianbo.mentoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An attempt that waits too long for its review.
 *
 * @param mentors those who could grade it; empty when the trainee has no mentor
 * @param holder name of the mentor who has begun it, else empty
 * @param hours whole hours since it was handed in
 */
public record OverdueLine(
        UUID review,
        UUID trainee,
        String name,
        String village,
        String title,
        Instant submittedAt,
        long hours,
        List<Mentor> mentors,
        String holder,
        Instant reportedAt) {

    /** @param mobile empty where it is not known */
    public record Mentor(String name, String mobile) {}

    public boolean isClaimed() {
        return !holder.isEmpty();
    }
}
