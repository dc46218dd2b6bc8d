package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Cards;
import org.tianbo.people.Cards.CardMadeMeanwhile;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.SimultaneousCalls;

/** Cards made by several requests at once, and the page that prints them. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CardBatchIT extends TraineeCards {

    @Inject
    Cards cards;

    @Test
    void fourRequestsMakeOneSetOfCards() throws Exception {
        Tokens.of("coordinator1");
        Instant shownAt = Instant.now();
        long before = cardsOf(trainee);
        Set<String> pins = SimultaneousCalls.fourAtOnce(() -> pin(shownAt)).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        assertThat(pins).hasSize(1);
        assertThat(cardsOf(trainee)).isEqualTo(before + 1);
    }

    /** What a press of that form leads to; empty for one that comes when the card is made already, and is asked. */
    private Optional<String> pin(Instant shownAt) {
        Response made = Tokens.as("coordinator1")
                .redirects()
                .follow(false)
                .formParam("trainee", trainee)
                .formParam("replace", "yes")
                .formParam("seen", shownAt.toEpochMilli())
                .post("/cohorts/{id}/cards", cohort);
        made.then().statusCode(303);
        if (made.header("Location").endsWith("/cards?replace=" + trainee)) {
            return Optional.empty();
        }
        Matcher card = CARD.matcher(printed("coordinator1", sealOf(made)).asString());
        assertThat(card.find()).isTrue();
        return Optional.of(card.group("pin"));
    }
    /** As when the presses of one form reach several replicas, each of which knows its own only. */
    @Test
    void ofFourRequestsOfOneFormOneMakesTheCardWhereverTheyArrive() throws Exception {
        Instant shownAt = Instant.now();
        long before = cardsOf(trainee);

        List<Boolean> made = SimultaneousCalls.fourAtOnce(() -> classes.outsideTransactions(() -> {
            try {
                cards.issue(UUID.fromString(trainee), UUID.fromString(trainee), shownAt, cards.prepare());
                return true;
            } catch (CardMadeMeanwhile byAnother) {
                return false;
            }
        }));

        assertThat(made).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(cardsOf(trainee)).isEqualTo(before + 1);
        Tokens.as("coordinator1")
                .redirects()
                .follow(false)
                .formParam("trainee", trainee)
                .formParam("replace", "yes")
                .formParam("seen", shownAt.toEpochMilli())
                .post("/cohorts/{id}/cards", cohort)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/cards?replace=" + trainee));
    }

    private long cardsOf(String person) {
        return classes.inFengcheng(
                () -> (Long) entities.createNativeQuery("select count(*) from cards where person = :person", Long.class)
                        .setParameter("person", UUID.fromString(person))
                        .getSingleResult());
    }

    @Test
    void thePageForThePrinterCanBeLoadedAgainAndIsNobodyElses() {
        Response made = Tokens.as("coordinator1")
                .redirects()
                .follow(false)
                .formParam("trainee", trainee)
                .formParam("replace", "yes")
                .post("/cohorts/{id}/cards", cohort);
        made.then().statusCode(303).header("Location", containsString("/cards/printed/"));
        String seal = sealOf(made);

        Matcher first = CARD.matcher(printed("coordinator1", seal).asString());
        Matcher again = CARD.matcher(printed("coordinator1", seal).asString());
        assertThat(first.find() && again.find()).isTrue();
        assertThat(again.group("pin")).isEqualTo(first.group("pin"));
        signIn(first.group("login"), first.group("pin")).then().statusCode(200);
        printed("officer1", seal).then().statusCode(303);
        printed("coordinator1", seal.substring(0, seal.length() - 2) + "AA")
                .then()
                .statusCode(303);
        printed("coordinator1", "no-seal").then().statusCode(303);
    }
}
