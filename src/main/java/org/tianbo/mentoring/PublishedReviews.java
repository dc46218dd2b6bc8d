package org.tianbo.mentoring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reviews that mentors published, for other features to ask. */
public interface PublishedReviews {

    /** All of the trainee's published reviews, in the order they were given. */
    List<ReviewSummary> published(UUID trainee);

    /** The same of many trainees; whoever has none is absent. */
    Map<UUID, List<ReviewSummary>> published(Collection<UUID> trainees);
}
