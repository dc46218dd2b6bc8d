package org.tianbo.practice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Attempts and their recordings, for other features to ask. */
public interface Attempts {

    /** The trainee's attempts, newest first. */
    List<AttemptItem> attemptsOf(UUID trainee);

    /** Of which of these what was sent is deleted within days unless somebody comes back to it, the soonest first. */
    List<DeletedSoon> deletedSoon(List<AttemptItem> attempts);

    /**
     * A recording that was handed in, with fresh links. Whether the asker may see it is the caller's business.
     *
     * @throws org.tianbo.practice.attempt.AttemptNotFound when there is none of this county, or it is not with the
     *     mentors
     */
    RecordingView recording(UUID attempt);

    /** The same, as long as it is kept; empty once it was removed, though it was handed in and reviewed. */
    Optional<RecordingView> keptRecording(UUID attempt);

    /** When each of these trainees last finished an attempt or handed one in; whoever never did is absent. */
    Map<UUID, Instant> lastFinished(Collection<UUID> trainees);

    /** When each of these trainees last deleted an attempt; whoever never did is absent. */
    Map<UUID, Instant> lastDeleted(Collection<UUID> trainees);

    /** A mentor published the review of this attempt. */
    void reviewed(UUID attempt);
}
