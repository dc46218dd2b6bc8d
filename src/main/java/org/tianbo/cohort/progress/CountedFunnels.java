package org.tianbo.cohort.progress;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far classes have come, as it is counted along: asked as quickly of five thousand trainees as of five. */
public interface CountedFunnels {

    /** @param among the villages whose people are counted; empty for all */
    Funnel ofClass(UUID cohort, Optional<List<UUID>> among);
}
