package org.tianbo.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * How long trainees really watched the lessons' films and their county's videos: by what played on their phones, not by
 * what was opened. Each second of either counts once in a trainee's life, when it was first watched; of a lesson's film
 * never more than the minutes its page ever said it takes, of a video never more than it is long.
 */
public interface WatchedTime {

    /**
     * Of each trainee; whoever watched nothing is absent.
     *
     * @param from when what is watched begins to count, and {@code until} when it ends to
     */
    Map<UUID, Duration> of(Collection<UUID> trainees, Instant from, Instant until);
}
