package org.tianbo.cohort.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.people.Cards;
import org.tianbo.people.Cards.PreparedCard;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;

/** A card that a run prepared; needs Keycloak, which takes its PIN, and the rows in which it is claimed. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PreparedCardIT {

    private static final CardWords WORDS = new CardWords("田播", "登录名", "密码", "步骤", "丢了", "画", "点画");

    @Inject
    Classes classes;

    @Inject
    Cards cards;

    @Inject
    CardRunTable table;

    @Inject
    CardRunJob job;

    @Inject
    CardSeal seal;

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

    /** The process stopped before the card of the place was claimed; then an officer began to make one by hand. */
    @Test
    @ActivateRequestContext
    void aPlaceThatWasBegunLeavesTheClaimOfAnotherCardAlone() throws SQLException {
        UUID cohort = classes.open();
        UUID holder = classes.enrol(cohort, 1).get(0);
        UUID run = UUID.randomUUID();
        PreparedCard prepared = cards.prepare();
        Instant asked = Instant.now().minusSeconds(60);
        county.run("fengcheng", () -> {
            table.add(run, cohort, holder, asked, WORDS, List.of(holder));
            byte[] pin = seal.seal(prepared.pin().getBytes(StandardCharsets.UTF_8), run + " " + holder);
            table.begin(run, 1, prepared.id(), pin, asked);
        });
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute("insert into card_claims (county, person, claimed_at, card) values ('fengcheng', '"
                    + holder + "', now(), gen_random_uuid())");
        }

        county.run("fengcheng", () -> {
            job.run(run.toString());

            assertThat(table.one(run).orElseThrow().meanwhile()).isOne();
            assertThat(cards.isIssued(prepared.id())).isFalse();
        });
    }
}
