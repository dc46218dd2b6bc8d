package org.tianbo.people.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.people.Cards;
import org.tianbo.people.Cards.CardMadeMeanwhile;
import org.tianbo.people.Cards.CardOver;
import org.tianbo.people.Cards.IssuedCard;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.people.account.Accounts.Holder;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.signin.PictureLocks;

/** The cards trainees sign in with: a login to scan and a PIN to remember. */
@ApplicationScoped
class CardIssuer implements Cards {

    private static final Logger LOG = Logger.getLogger(CardIssuer.class);

    private final CardRepository cards;
    private final People people;
    private final Accounts accounts;
    private final PictureLocks locks;
    private final Event<CardOver> over;
    private final CurrentCounty county;
    private final Clock clock;

    CardIssuer(
            CardRepository cards,
            People people,
            Accounts accounts,
            PictureLocks locks,
            Event<CardOver> over,
            CurrentCounty county,
            Clock clock) {
        this.cards = cards;
        this.people = people;
        this.accounts = accounts;
        this.locks = locks;
        this.over = over;
        this.county = county;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Map<UUID, Instant> lastIssued(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : cards.lastIssued(ids);
    }

    @Override
    public PreparedCard prepare() {
        return new PreparedCard(Ids.next(), accounts.drawPin());
    }

    @Override
    public PreparedCard preparePictures() {
        return new PreparedCard(Ids.next(), accounts.drawPictures());
    }

    @Override
    @Transactional
    public Map<UUID, UUID> latest(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : cards.latest(ids);
    }

    @Override
    @Transactional
    public Set<UUID> issuersSince(UUID person, Instant moment) {
        return cards.issuersSince(person, moment);
    }

    @Override
    @Transactional
    public boolean isIssued(UUID card) {
        return cards.findByIdOptional(card).isPresent();
    }

    @Override
    @Transactional(Transactional.TxType.NEVER)
    public IssuedCard issue(UUID person, UUID by, Instant shownAt, PreparedCard prepared) {
        claim(person, prepared.id(), shownAt);
        PersonView holder = people.trainee(person);
        if (CardLogin.looksLikePin(holder.login())) {
            // Before the new login is stored: if Keycloak fails now, the next printing finds the old one again.
            accounts.close(account(holder));
            holder = people.renewLogin(person);
        }
        while (accounts.belongsToAnother(account(holder))) {
            holder = people.renewLogin(person);
        }
        accounts.givePin(account(holder), List.of(Roles.TRAINEE), prepared.pin());
        accounts.signOutEverywhere(holder.login());
        locks.open(holder.login());
        over.fire(new CardOver(county.id(), person, true));
        record(Card.issued(prepared.id(), person, holder.login(), by, clock.instant()));
        LOG.infof("Card of %s issued by %s", person, by);
        return new IssuedCard(holder, prepared.pin());
    }

    @Override
    @Transactional(Transactional.TxType.NEVER)
    public void withdraw(UUID person) {
        // A card that is made once the account is closed opens it again, and holds.
        Instant before = clock.instant();
        accounts.close(account(people.trainee(person)));
        over.fire(new CardOver(county.id(), person, false));
        QuarkusTransaction.requiringNew().run(() -> cards.withdraw(person, before));
        LOG.infof("Card of %s withdrawn", person);
    }

    private void claim(UUID person, UUID card, Instant shownAt) {
        if (!QuarkusTransaction.requiringNew().call(() -> cards.claim(person, card, shownAt, clock.instant()))) {
            throw new CardMadeMeanwhile();
        }
    }

    private Holder account(PersonView person) {
        return new Holder(person.id(), county.id(), person.login(), person.name());
    }

    private void record(Card card) {
        QuarkusTransaction.requiringNew().run(() -> cards.record(card));
    }
}
