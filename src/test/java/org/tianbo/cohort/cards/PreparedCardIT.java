package org.tianbo.cohort.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.people.Cards;
import org.tianbo.people.Cards.PreparedCard;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;

/** A card that a run prepared; needs Keycloak, which takes its PIN, and the rows in which it is claimed. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PreparedCardIT {

    @Inject
    Classes classes;

    @Inject
    Cards cards;

    @Inject
    CurrentCounty county;

    /** Both may come to a place within milliseconds; either may be told by the other's claim that it was late. */
    @Test
    void twoRunnersOfOneSliceMakeOneCardWhichNeitherTakesForAnother() {
        UUID holder = classes.enrol(classes.open(), 1).get(0);
        county.run("fengcheng", () -> {
            PreparedCard prepared = cards.prepare();
            Instant asked = Instant.now();
            cards.issue(holder, holder, asked, prepared);
            cards.issue(holder, holder, asked, prepared);

            assertThat(cards.latest(List.of(holder))).containsEntry(holder, prepared.id());
            assertThatThrownBy(() -> cards.issue(holder, holder, asked, cards.prepare()))
                    .isInstanceOf(Cards.CardMadeMeanwhile.class);
        });
    }
}
