package org.tianbo.learning.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.learning.LessonProof;

/**
 * Which lessons were finished, and which quizzes answered, by the phone's own clock, faster than anybody reads them.
 * They count like any other: a phone may be lent, or a list ticked off afterwards. A person of the county is shown it
 * and decides.
 */
final class LessonPace {

    private final Duration shortest;

    /** @param shortest the least time between the ends of two different lessons, or of two lessons' quizzes */
    LessonPace(Duration shortest) {
        this.shortest = shortest;
    }

    /**
     * @param proofs of one person, in the order of the phone's clock, either way round
     * @return the records of lessons finished too soon after another, and of that other; of quizzes in the same way
     */
    Set<UUID> hurried(List<LessonProof> proofs) {
        Set<UUID> hurried = new HashSet<>();
        follow(proofs.stream().filter(LessonProof::quiz).toList(), hurried);
        follow(proofs.stream().filter(proof -> !proof.quiz()).toList(), hurried);
        return hurried;
    }

    private void follow(List<LessonProof> proofs, Set<UUID> hurried) {
        Optional<LessonProof> before = Optional.empty();
        for (LessonProof proof : proofs) {
            before.filter(other -> tooClose(other, proof)).ifPresent(other -> {
                hurried.add(other.record());
                hurried.add(proof.record());
            });
            before = Optional.of(proof);
        }
    }

    private boolean tooClose(LessonProof one, LessonProof other) {
        Instant at = one.at();
        return !one.lesson().equals(other.lesson())
                && Duration.between(at, other.at()).abs().compareTo(shortest) < 0;
    }
}
