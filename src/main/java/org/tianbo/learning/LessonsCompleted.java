package org.tianbo.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A trainee finished lessons for the first time; each is published once per trainee, within the transaction that stores
 * it.
 *
 * @param lessons at least one, the earliest first
 */
public record LessonsCompleted(String county, UUID trainee, List<Completed> lessons) {

    /** One lesson, and when it was finished. */
    public record Completed(String lesson, Instant at) {}
}
