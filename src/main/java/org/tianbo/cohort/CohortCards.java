package org.tianbo.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.people.Cards;
import org.tianbo.people.IssuedCard;
import org.tianbo.people.People;
import org.tianbo.people.TraineeView;

/** The cards of a class. */
@ApplicationScoped
public class CohortCards {

    /** Each card costs Keycloak a password hash; more at once would keep the browser waiting. */
    static final int AT_ONCE = 40;

    private final Cohorts cohorts;
    private final Progress progress;
    private final People people;
    private final Cards cards;

    CohortCards(Cohorts cohorts, Progress progress, People people, Cards cards) {
        this.cohorts = cohorts;
        this.progress = progress;
        this.people = people;
        this.cards = cards;
    }

    /** A trainee and when they last got a card. */
    public record Holder(TraineeView trainee, Optional<Instant> issued) {}

    /** Everybody still in the class, by name. */
    @Transactional
    public List<Holder> holders(UUID cohort) {
        Set<UUID> ids = cohorts.trainees(cohort);
        progress.left(cohort).forEach(gone -> ids.remove(gone.id()));
        Map<UUID, Instant> issued = cards.lastIssued(ids);
        return people.trainees(ids).stream()
                .map(trainee -> new Holder(trainee, Optional.ofNullable(issued.get(trainee.id()))))
                .toList();
    }

    /**
     * Makes new cards, each with a new PIN.
     *
     * @throws CohortRefused when nobody was chosen, or too many
     * @throws NotEnrolled when one of them is not in the class
     */
    @Transactional(Transactional.TxType.NEVER)
    public List<IssuedCard> issue(UUID cohort, List<UUID> trainees, UUID by) {
        if (trainees.isEmpty() || trainees.size() > AT_ONCE) {
            throw CohortRefused.because(
                    "trainee", trainees.isEmpty() ? "cohort.nobody-chosen" : "cohort.too-many-cards");
        }
        if (!cohorts.trainees(cohort).containsAll(trainees)) {
            throw new NotEnrolled();
        }
        List<IssuedCard> issued = new ArrayList<>();
        trainees.forEach(trainee -> issued.add(cards.issue(trainee, by)));
        return issued;
    }
}
