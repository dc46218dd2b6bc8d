package org.tianbo.family.helping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tianbo.notification.Inbox;
import org.tianbo.notification.InboxMessage;
import org.tianbo.notification.NewMessage;
import org.tianbo.people.Cards.CardOver;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.FamilyHelper;

/** Who helps among many who did, and whose help ends with a card. Needs the table. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({"helped-by-many", "helped-with-work", "helped-till-the-card", "helped-and-told", "helped-and-forgotten"})
class HelpingsIT {

    private static final String COUNTY = "fengcheng";

    /** More than are shown of what is over. */
    private static final int MANY = 21;

    private static final Instant NOW = Instant.now();

    @Inject
    Helpings helpings;

    @Inject
    CurrentCounty county;

    @Inject
    Inbox inbox;

    @Inject
    Event<CardOver> over;

    @Test
    @ActivateRequestContext
    void whoHelpsIsShownAndCountedHoweverManyCameAndWentSince() {
        UUID trainee = idOf("helped-by-many");
        county.run(COUNTY, () -> {
            HelperDevice first = helps(trainee);
            for (int others = 0; others < 3; others++) {
                helps(trainee);
            }
            for (int ended = 0; ended < MANY; ended++) {
                helpings.end(trainee, asks(trainee, Optional.of(first)).helping());
            }
            UUID fifth = helps(trainee).helping();

            helpings.allow(trainee, fifth);

            assertThat(alive(trainee)).hasSize(5).contains(first.helping(), fifth);
            assertThat(helpings.list(first)).filteredOn(Helping::helps).hasSize(1);
            assertThatThrownBy(() -> helpings.makeCode(trainee))
                    .isInstanceOf(Refused.class)
                    .hasMessage("family.too-many");
            helpings.end(trainee, first.helping());
            assertThat(helpings.of(trainee))
                    .filteredOn(Helping::isOver)
                    .as("what ended last is first, whenever it began")
                    .first()
                    .extracting(Helping::id)
                    .isEqualTo(first.helping());
        });
    }

    @Test
    @ActivateRequestContext
    void aPhoneHasForgottenThoseAloneOfWhomItSaysSoHoweverManyCameSince() {
        UUID trainee = idOf("helped-and-forgotten");
        UUID other = idOf("helped-with-work");
        county.run(COUNTY, () -> {
            HelperDevice phone = helps(trainee);
            helpings.end(trainee, phone.helping());
            for (int ended = 0; ended < MANY; ended++) {
                helpings.end(other, helps(other, phone).helping());
            }
            assertThat(kept(phone)).containsExactlyInAnyOrder(trainee, other);

            helpings.forget(phone, List.of(other));
            assertThat(kept(phone)).containsExactly(trainee);
            assertThat(helpings.keeps(phone)).isTrue();

            UUID again = helps(trainee, phone).helping();
            assertThat(kept(phone)).as("it helps her again").isEmpty();
            helpings.end(trainee, again);
            helpings.forget(phone, List.of(trainee));
            assertThat(helpings.keeps(phone)).isFalse();
        });
    }

    @Test
    @ActivateRequestContext
    void helpIsToldOfTheTraineesOwnAttemptAlone() {
        UUID trainee = idOf("helped-with-work");
        UUID attempt = Ids.next();
        county.run(COUNTY, () -> {
            helpings.note(helps(trainee), Helpings.Work.PRACTICE, Optional.of(attempt));

            assertThat(helpings.helpersWith(attempt, trainee)).containsExactly("女儿小芳");
            assertThat(helpings.helpersWith(attempt, Ids.next())).isEmpty();
        });
    }

    @Test
    @ActivateRequestContext
    void aNewCardEndsHelpOnThePhoneOfTheOldOneAndNoCardEndsAll() {
        UUID trainee = idOf("helped-till-the-card");
        county.run(COUNTY, () -> {
            HelperDevice own = helps(trainee);
            helpings.onSamePhone(trainee, "邻居老李", null);

            over.fire(new CardOver(COUNTY, trainee, true));
            assertThat(alive(trainee)).containsExactly(own.helping());

            over.fire(new CardOver(COUNTY, Ids.next(), false));
            assertThat(helpings.now(own)).isPresent();
            over.fire(new CardOver(COUNTY, trainee, false));
            assertThat(alive(trainee)).isEmpty();
            assertThat(helpings.now(own)).isEmpty();
        });
    }

    @Test
    void whatAHelperDidIsNotedAndTheTraineesMessagesStay() {
        FamilyHelper helper = FamilyHelper.of("helped-and-told");
        UUID trainee = idOf("helped-and-told");
        county.run(COUNTY, () -> inbox.put(new NewMessage(trainee, "practice.booked", Ids.next(), "卖米", NOW, "/")));
        assertThat(lastWork(trainee)).isNull();

        helper.call()
                .contentType("application/json")
                .body(Map.of("device", "a phone", "records", List.of()))
                .post("/api/sync")
                .then()
                .statusCode(200);
        String message = "/inbox/" + unseen(trainee).get(0).id() + "/seen";
        helper.request().post(message).then().statusCode(303);

        assertThat(Eventually.value(() -> lastWork(trainee), Objects::nonNull)).isNotNull();
        assertThat(unseen(trainee)).hasSize(1);
        FamilyHelper.parent("helped-and-told").post(message).then().statusCode(303);
        assertThat(unseen(trainee)).isEmpty();
    }

    private List<InboxMessage> unseen(UUID trainee) {
        return county.as(COUNTY, () -> inbox.unseen(trainee, NOW));
    }

    private Instant lastWork(UUID trainee) {
        return county.as(COUNTY, () -> helpings.of(trainee)).get(0).lastWork();
    }

    private HelperDevice asks(UUID trainee, Optional<HelperDevice> known) {
        return helpings.ask(helpings.code(helpings.makeCode(trainee)), "女儿小芳", known);
    }

    private HelperDevice helps(UUID trainee) {
        return allowed(trainee, asks(trainee, Optional.empty()));
    }

    private HelperDevice helps(UUID trainee, HelperDevice known) {
        return allowed(trainee, asks(trainee, Optional.of(known)));
    }

    private HelperDevice allowed(UUID trainee, HelperDevice device) {
        helpings.allow(trainee, device.helping());
        return device;
    }

    private Set<UUID> kept(HelperDevice phone) {
        return helpings.kept(phone).stream().map(Helping::trainee).collect(Collectors.toSet());
    }

    private List<UUID> alive(UUID trainee) {
        return helpings.of(trainee).stream()
                .filter(Helping::helps)
                .map(Helping::id)
                .toList();
    }

    private static UUID idOf(String trainee) {
        return UUID.fromString(Tokens.as(trainee).get("/api/me").path("id"));
    }
}
