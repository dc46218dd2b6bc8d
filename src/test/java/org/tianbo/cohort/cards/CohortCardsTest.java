package org.tianbo.cohort.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.people.AccountRefused;
import org.tianbo.people.Cards.CardMadeMeanwhile;
import org.tianbo.people.Cards.IssuedCard;
import org.tianbo.people.IdentityProviderUnavailable;
import org.tianbo.people.PersonView;

class CohortCardsTest {

    private static final List<UUID> THREE = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @Test
    void cardsMadeBeforeTheServiceWentAwayAreNotLost() {
        assertThat(CohortCards.asFarAsPossible(THREE, trainee -> madeBefore(1, trainee))
                        .issued())
                .extracting(card -> card.holder().id())
                .containsExactly(THREE.get(0));
        assertThat(CohortCards.asFarAsPossible(THREE, trainee -> madeBefore(3, trainee))
                        .issued())
                .hasSize(3);
    }

    @Test
    void notOneCardIsAFault() {
        assertThatThrownBy(() -> CohortCards.asFarAsPossible(THREE, trainee -> madeBefore(0, trainee)))
                .isInstanceOf(IdentityProviderUnavailable.class);
    }

    @Test
    void oneWhoseAccountIsRefusedCostsNobodyElseTheirCard() {
        UUID odd = THREE.get(0);

        CohortCards.Batch batch = CohortCards.asFarAsPossible(THREE, trainee -> {
            if (trainee.equals(odd)) {
                throw new AccountRefused();
            }
            return madeBefore(3, trainee);
        });

        assertThat(batch.refused()).containsExactly(odd);
        assertThat(batch.issued()).extracting(card -> card.holder().id()).containsExactly(THREE.get(1), THREE.get(2));
        assertThat(batch.without(THREE)).isEmpty();
    }

    @Test
    void whoeverTheServiceNeverAnsweredForIsListedApartFromThoseItRefused() {
        CohortCards.Batch batch = CohortCards.asFarAsPossible(THREE, trainee -> {
            if (trainee.equals(THREE.get(0))) {
                throw new AccountRefused();
            }
            throw new IdentityProviderUnavailable();
        });

        assertThat(batch.refused()).containsExactly(THREE.get(0));
        assertThat(batch.without(THREE)).containsExactly(THREE.get(1), THREE.get(2));
    }

    @Test
    void whoseCardAnotherRequestMakesIsWithoutOneFromThis() {
        CohortCards.Batch batch = CohortCards.asFarAsPossible(THREE, trainee -> {
            if (trainee.equals(THREE.get(1))) {
                throw new CardMadeMeanwhile();
            }
            return madeBefore(3, trainee);
        });

        assertThat(batch.without(THREE)).containsExactly(THREE.get(1));
        assertThatThrownBy(() -> CohortCards.asFarAsPossible(THREE, trainee -> {
                    throw new CardMadeMeanwhile();
                }))
                .isInstanceOf(CardMadeMeanwhile.class);
    }

    private static IssuedCard madeBefore(int away, UUID trainee) {
        if (THREE.indexOf(trainee) >= away) {
            throw new IdentityProviderUnavailable();
        }
        return new IssuedCard(new PersonView(trainee, "林秀英", "", "", "k7m3xq", ""), "123456");
    }
}
