package org.tianbo.mentoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Page;

/** How much mentors have to grade and how soon they do, for the county's desk. */
public interface MentorLoads {

    /** For how many days back it is looked at what was published. */
    int DAYS = 90;

    /** Of every mentor of the county who has trainees or published a review of late, by name. */
    List<MentorLoad> loads();

    /** Counts the trainees of every mentor anew. @return of how many mentors something else was counted */
    int recount();

    /** Which of the numbers of a {@link MentorLoad}. */
    enum Which {
        WAITING,
        OVERDUE,
        PUBLISHED,
        LATE
    }

    /** A place in a list: the last one before it, and when that was handed in. */
    record Place(Instant submittedAt, UUID review) {}

    /** Those behind a number, the earliest handed in first. */
    Page<GradedLine, Place> behind(UUID mentor, Which which, Optional<Place> after, int size);
}
