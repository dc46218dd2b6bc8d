package org.tianbo.mentoring;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reviews nobody published in time, for those who answer for a class. */
public interface OverdueReviews {

    /** How many of the county wait too long. */
    int count();

    /** How many of these trainees' attempts wait too long. */
    int countOf(Collection<UUID> trainees);

    /** Longest waiting first. */
    List<OverdueLine> all();

    /** Those of these trainees, longest waiting first. */
    List<OverdueLine> of(Collection<UUID> trainees);
}
