package org.tianbo.practice.preparation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.practice.PlanHints;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.attempt.AttemptRepository;

/** Collects what the next plan can begin with: from earlier attempts, and from the features that answer. */
@ApplicationScoped
public class PlanOffers {

    private static final int MOST_PRODUCTS = 6;

    private final AttemptRepository attempts;
    private final AttemptAccess access;
    private final People people;
    private final List<PlanHints> hints;

    PlanOffers(AttemptRepository attempts, AttemptAccess access, People people, @All List<PlanHints> hints) {
        this.attempts = attempts;
        this.access = access;
        this.people = people;
        this.hints = hints;
    }

    @Transactional
    public PlanOffer offer() {
        UUID me = access.me();
        PersonView person = people.trainee(me);
        return new PlanOffer(
                PlanDefaults.after(attempts.latestOf(me).map(Attempt::plan), attempts.hasRecorded(me)),
                person.name(),
                person.village(),
                hints.stream()
                        .flatMap(source -> source.productsOf(me).stream())
                        .distinct()
                        .limit(MOST_PRODUCTS)
                        .toList(),
                hints.stream()
                        .map(source -> source.goalOf(me))
                        .flatMap(Optional::stream)
                        .findFirst());
    }
}
