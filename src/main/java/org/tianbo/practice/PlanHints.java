package org.tianbo.practice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answered by features that know something for a trainee's next plan; each answers what it knows. */
public interface PlanHints {

    /** Names of what the trainee sells, the latest sold first; few. */
    default List<String> productsOf(UUID trainee) {
        return List.of();
    }

    /** The one thing to change first, in the words the trainee was told it in. */
    default Optional<String> goalOf(UUID trainee) {
        return Optional.empty();
    }
}
