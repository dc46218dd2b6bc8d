package org.tianbo.mentoring;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Page;

/** Reviews nobody published in time, for those who answer for a class. */
public interface OverdueReviews {

    /** How many of the county wait too long. */
    int count();

    /** How many of these trainees' attempts wait too long. */
    int countOf(Collection<UUID> trainees);

    /** A page of them, longest waiting first. */
    Page<OverdueLine, Position> page(Optional<Position> after, int size);

    /** A page of those of these trainees, longest waiting first. */
    Page<OverdueLine, Position> pageOf(Collection<UUID> trainees, Optional<Position> after, int size);

    /** A place in the list: the last one before it, and when that was handed in. */
    record Position(Instant submittedAt, UUID review) {}
}
