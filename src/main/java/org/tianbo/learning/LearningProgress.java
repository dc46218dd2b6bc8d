package org.tianbo.learning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * How many trainees saw a version of a lesson that their county published.
     *
     * @param opened on whichever phone, with or without a network; whoever finished it opened it
     * @param finished whoever finished the lesson, in this version first
     */
    record Readers(long opened, long finished) {

        public static final Readers NONE = new Readers(0, 0);
    }

    /** @param finishedAt empty while the lesson is open, or where it was finished in another version first */
    record Reader(UUID trainee, Instant openedAt, Optional<Instant> finishedAt) {}

    /** By version; those that nobody opened are absent. */
    Map<String, Readers> readersByVersion(String lesson);

    /**
     * Who opened that version.
     *
     * @param after the last of the page before, {@code null} for the first page
     */
    List<Reader> readers(String lesson, String version, UUID after, int most);
}
