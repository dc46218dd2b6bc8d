package org.tianbo.learning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How far trainees have come with their lessons, for other features to ask. */
public interface LearningProgress {

    Progress progress(UUID trainee);

    /** The same of many trainees. */
    Map<UUID, Progress> progress(Collection<UUID> trainees);

    /**
     * What phones reported of lessons finished and quizzes answered, the latest first; what was hurried through is
     * flagged.
     */
    List<LessonProof> proofs(UUID trainee);

    /** How many lessons each of these trainees hurried through; whoever took their time is absent. */
    Map<UUID, Long> hurried(Collection<UUID> trainees);

    /** When each of these trainees last learned something, as phones reported; whoever never did is absent. */
    Map<UUID, Instant> lastRecorded(Collection<UUID> trainees);

    /** Attempts whose feedback the trainee has opened. */
    Set<UUID> feedbackRead(UUID trainee);

    /** How many trainees finished the lesson, by the version they finished it in first. */
    Map<String, Long> finishedByVersion(String lesson);

    /**
     * Who finished the lesson in that version first.
     *
     * @param after the last of the page before, {@code null} for the first page
     */
    List<UUID> finishedIn(String lesson, String version, UUID after, int most);
}
