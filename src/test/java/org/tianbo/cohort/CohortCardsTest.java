package org.tianbo.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.people.IssuedCard;
import org.tianbo.people.SignInServiceAway;
import org.tianbo.people.TraineeView;

class CohortCardsTest {

    private static final List<UUID> THREE = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @Test
    void cardsMadeBeforeTheServiceWentAwayAreNotLost() {
        assertThat(CohortCards.asFarAsPossible(THREE, trainee -> madeBefore(1, trainee)))
                .extracting(card -> card.holder().id())
                .containsExactly(THREE.get(0));
        assertThat(CohortCards.asFarAsPossible(THREE, trainee -> madeBefore(3, trainee)))
                .hasSize(3);
    }

    @Test
    void notOneCardIsAFault() {
        assertThatThrownBy(() -> CohortCards.asFarAsPossible(THREE, trainee -> madeBefore(0, trainee)))
                .isInstanceOf(SignInServiceAway.class);
    }

    private static IssuedCard madeBefore(int away, UUID trainee) {
        if (THREE.indexOf(trainee) >= away) {
            throw new SignInServiceAway();
        }
        return new IssuedCard(new TraineeView(trainee, "林秀英", "", "", "k7m3xq", ""), "123456");
    }
}
