package org.tianbo.cohort.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.NotEnrolled;
import org.tianbo.cohort.enrolment.ClassMembers;
import org.tianbo.cohort.enrolment.ClassMembers.Filter;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.people.AccountRefused;
import org.tianbo.people.Cards;
import org.tianbo.people.Cards.CardMadeMeanwhile;
import org.tianbo.people.Cards.IssuedCard;
import org.tianbo.people.Cards.PreparedCard;
import org.tianbo.people.IdentityProviderUnavailable;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;

/** The cards of a class. */
@ApplicationScoped
public class CohortCards {

    /** Each card costs Keycloak a password hash; more at once would keep the browser waiting. */
    public static final int AT_ONCE = 40;

    private static final Logger LOG = Logger.getLogger(CohortCards.class);

    /** Requests that are running now. */
    private final Map<CardRequest, CompletableFuture<IssuedCards>> beingMade = new ConcurrentHashMap<>();

    private final Cohorts cohorts;
    private final ClassMembers members;
    private final People people;
    private final Cards cards;
    private final CohortSettings settings;

    CohortCards(Cohorts cohorts, ClassMembers members, People people, Cards cards, CohortSettings settings) {
        this.cohorts = cohorts;
        this.members = members;
        this.people = people;
        this.cards = cards;
        this.settings = settings;
    }

    /** Cards for the same people of one class. */
    private record CardRequest(UUID cohort, Set<UUID> trainees, UUID by) {}

    /**
     * A trainee and when they last got a card.
     *
     * @param first of the next to get one: the first who have none, as many as can be made at once
     */
    public record Holder(PersonView trainee, Optional<Instant> issued, boolean first) {}

    /**
     * A place in the list.
     *
     * @param card among those who have one
     * @param trainee the last one before the place
     */
    public record Position(boolean card, UUID trainee) {

        public static final Position START = new Position(false, new UUID(0, 0));

        private static final Position HOLDERS = new Position(true, new UUID(0, 0));
    }

    /**
     * What became of those chosen.
     *
     * @param cards the only place where their PINs are known
     * @param without who has no new card from this batch: the sign-in service went away, and the first of them may have
     *     lost the old one; or somebody else made theirs meanwhile
     * @param refused whose account the sign-in service does not take
     */
    public record IssuedCards(List<IssuedCard> cards, List<PersonView> without, List<PersonView> refused) {}

    /** Those of a batch that were made, and those whose account was refused; for the rest the service was away. */
    record Batch(List<IssuedCard> issued, List<UUID> refused) {

        List<UUID> without(List<UUID> chosen) {
            List<UUID> without = new ArrayList<>(chosen);
            issued.forEach(card -> without.remove(card.holder().id()));
            without.removeAll(refused);
            return without;
        }
    }

    /** Those still in the class: first those who have no card, then the others, each in the order of the roster. */
    @Transactional
    public Page<Holder, Position> page(UUID cohort, Position after, int size) {
        cohorts.require(cohort);
        List<Position> found = new ArrayList<>();
        if (!after.card()) {
            found.addAll(after(cohort, after, size + 1));
        }
        if (found.size() <= size) {
            found.addAll(after(cohort, after.card() ? after : Position.HOLDERS, size + 1 - found.size()));
        }
        Page<Position, Position> page = Page.of(found, size, Function.identity());
        return new Page<>(holders(page.rows(), after.equals(Position.START)), page.next());
    }

    private List<Position> after(UUID cohort, Position last, int most) {
        return members
                .after(cohort, last.card() ? Filter.WITH_CARD : Filter.WITHOUT_CARD, Optional.of(last.trainee()), most)
                .stream()
                .map(trainee -> new Position(last.card(), trainee))
                .toList();
    }

    private List<Holder> holders(List<Position> places, boolean begins) {
        List<UUID> ids = places.stream().map(Position::trainee).toList();
        Map<UUID, Instant> issued = cards.lastIssued(ids);
        Map<UUID, PersonView> trainees =
                people.trainees(ids).stream().collect(Collectors.toMap(PersonView::id, Function.identity()));
        List<Holder> holders = new ArrayList<>();
        for (Position place : places) {
            holders.add(new Holder(
                    trainees.get(place.trainee()),
                    Optional.ofNullable(issued.get(place.trainee())),
                    begins && !place.card() && holders.size() < AT_ONCE));
        }
        return holders;
    }

    /** Those of the chosen who have a card already; a new one would make it useless. */
    @Transactional
    public Set<UUID> holding(Collection<UUID> trainees) {
        return cards.lastIssued(trainees).keySet();
    }

    /**
     * Makes new cards, each with a new PIN. Should the sign-in service go away in between, those already made are not
     * lost.
     *
     * @param shownAt when the list was shown from which they were chosen
     * @throws CardMadeMeanwhile when somebody else has begun to make all of these cards since
     * @throws Refused when nobody was chosen, or too many
     * @throws NotEnrolled when one of them is not in the class
     * @throws IdentityProviderUnavailable when not one card could be made
     */
    @Transactional(Transactional.TxType.NEVER)
    public IssuedCards issue(UUID cohort, List<UUID> trainees, UUID by, Instant shownAt) {
        if (trainees.isEmpty() || trainees.size() > AT_ONCE) {
            throw CohortRefused.because(
                    "trainee", trainees.isEmpty() ? "cohort.nobody-chosen" : "cohort.too-many-cards");
        }
        if (!cohorts.among(cohort, trainees).containsAll(trainees)) {
            throw new NotEnrolled();
        }
        return once(new CardRequest(cohort, Set.copyOf(trainees), by), () -> make(trainees, by, shownAt));
    }

    private IssuedCards make(List<UUID> trainees, UUID by, Instant shownAt) {
        Batch batch = asFarAsPossible(trainees, trainee -> cards.issue(trainee, by, shownAt, prepared()));
        return new IssuedCards(
                batch.issued(), people.trainees(batch.without(trainees)), people.trainees(batch.refused()));
    }

    private PreparedCard prepared() {
        return settings.pictureCards() ? cards.preparePictures() : cards.prepare();
    }

    /**
     * Whoever asks again while the same cards are being made gets those: a second set would invalidate the first.
     */
    private IssuedCards once(CardRequest request, Supplier<IssuedCards> making) {
        CompletableFuture<IssuedCards> mine = new CompletableFuture<>();
        CompletableFuture<IssuedCards> others = beingMade.putIfAbsent(request, mine);
        if (others != null) {
            return made(others);
        }
        try {
            mine.complete(making.get());
        } catch (RuntimeException failed) {
            mine.completeExceptionally(failed);
        } finally {
            beingMade.remove(request);
        }
        return made(mine);
    }

    private static IssuedCards made(CompletableFuture<IssuedCards> cards) {
        try {
            return cards.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** An account that is refused, or a card that another request makes, does not stop the others. */
    static Batch asFarAsPossible(List<UUID> trainees, Function<UUID, IssuedCard> issue) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        boolean madeMeanwhile = false;
        for (UUID trainee : trainees) {
            try {
                batch.issued().add(issue.apply(trainee));
            } catch (AccountRefused refused) {
                batch.refused().add(trainee);
            } catch (CardMadeMeanwhile byAnother) {
                madeMeanwhile = true;
            } catch (IdentityProviderUnavailable away) {
                if (batch.issued().isEmpty() && batch.refused().isEmpty()) {
                    throw away;
                }
                LOG.warnf(away, "%d of %d cards could be issued", batch.issued().size(), trainees.size());
                break;
            }
        }
        if (madeMeanwhile && batch.issued().isEmpty() && batch.refused().isEmpty()) {
            throw new CardMadeMeanwhile();
        }
        return batch;
    }
}
