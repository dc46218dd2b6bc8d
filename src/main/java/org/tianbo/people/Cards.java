package org.tianbo.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.people.Accounts.Holder;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;

/** The cards trainees sign in with: a login to scan and a PIN to remember. */
@ApplicationScoped
public class Cards {

    private static final Logger LOG = Logger.getLogger(Cards.class);

    private final CardRepository cards;
    private final People people;
    private final Accounts accounts;
    private final CurrentCounty county;
    private final Clock clock;

    Cards(CardRepository cards, People people, Accounts accounts, CurrentCounty county, Clock clock) {
        this.cards = cards;
        this.people = people;
        this.accounts = accounts;
        this.county = county;
        this.clock = clock;
    }

    /** When each of these people was last handed a card; whoever never was is absent. */
    @Transactional
    public Map<UUID, Instant> lastIssued(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : cards.lastIssued(ids);
    }

    /**
     * Makes the person's account if there is none, and a new PIN in any case; an earlier card stops working and every phone
     * it was used on is signed out. Keycloak is asked between two transactions, never inside one: its answer may take
     * seconds and cannot be rolled back.
     *
     * @param seen when the list was shown from which the card was asked for
     * @throws CardMadeMeanwhile when somebody has begun to make one since; that one holds
     * @throws AccountRefused when Keycloak does not take this person's account; nobody else is concerned
     * @throws SignInServiceAway when Keycloak does not do it; trying again puts everything right
     */
    @Transactional(Transactional.TxType.NEVER)
    public IssuedCard issue(UUID person, UUID by, Instant seen) {
        claim(person, seen);
        TraineeView holder = people.trainee(person);
        if (CardLogin.looksLikePin(holder.login())) {
            // Before the new login is known: should Keycloak go away now, the next printing finds the old one again.
            accounts.close(account(holder));
            holder = people.renewLogin(person);
        }
        while (accounts.belongsToAnother(account(holder))) {
            holder = people.renewLogin(person);
        }
        String pin = accounts.issuePin(account(holder), List.of(Roles.TRAINEE));
        accounts.signOutEverywhere(holder.login());
        record(Card.issued(person, holder.login(), by, clock.instant()));
        LOG.infof("Card of %s issued by %s", person, by);
        return new IssuedCard(holder, pin);
    }

    private void claim(UUID person, Instant seen) {
        if (!QuarkusTransaction.requiringNew().call(() -> cards.claim(county.id(), person, seen, clock.instant()))) {
            throw new CardMadeMeanwhile();
        }
    }

    private Holder account(TraineeView person) {
        return new Holder(person.id(), county.id(), person.login(), person.name());
    }

    private void record(Card card) {
        QuarkusTransaction.requiringNew().run(() -> cards.persist(card));
    }
}
