package org.tianbo.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Cards.CardOver;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.signin.PictureLocks;
import org.tianbo.testsupport.TianboServices;

/** Which cards a withdrawal ends; needs the rows it marks. No Keycloak is asked. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CardWithdrawalIT {

    private static final String COUNTY = "fengcheng";

    @Inject
    CardRepository cards;

    @Inject
    People people;

    @Inject
    PictureLocks locks;

    @Inject
    Event<CardOver> over;

    @Inject
    CurrentCounty county;

    @Inject
    Clock clock;

    private UUID person;

    @Test
    @ActivateRequestContext
    void aCardMadeOnceTheAccountWasClosedHolds() {
        county.run(COUNTY, () -> {
            person = QuarkusTransaction.requiringNew()
                    .call(() -> people.join(NewPerson.staff("w" + Long.toString(System.nanoTime(), 36), "演示")));
            issue();
            UUID last = issue();
            assertThat(latest()).isEqualTo(Map.of(person, last));

            issuer(() -> {}).withdraw(person);
            assertThat(latest()).isEmpty();

            UUID[] meanwhile = new UUID[1];
            issue();
            issuer(() -> meanwhile[0] = issue()).withdraw(person);
            assertThat(latest()).isEqualTo(Map.of(person, meanwhile[0]));
        });
    }

    private CardIssuer issuer(Runnable closed) {
        Accounts accounts = new Accounts(null, null, null) {
            @Override
            public void close(Holder holder) {
                closed.run();
            }
        };
        return new CardIssuer(cards, people, accounts, locks, over, county, clock);
    }

    private UUID issue() {
        UUID id = Ids.next();
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> cards.persist(Card.issued(id, person, "login", person, now)));
        return id;
    }

    private Map<UUID, UUID> latest() {
        return QuarkusTransaction.requiringNew().call(() -> cards.latest(List.of(person)));
    }
}
