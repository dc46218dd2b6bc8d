package org.tianbo.learning.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.session.HelpClaims;
import org.tianbo.platform.time.TimeBounds;

class HelpedRecordsTest {

    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");
    private static final UUID HERS = Ids.next();
    private static final UUID SESSION = Ids.next();
    private static final UUID EARLIER = Ids.next();
    private static final UUID RAN_OUT = Ids.next();

    private final HelpClaims claims = new HelpClaims() {
        @Override
        public Map<UUID, TimeBounds> known(UUID person, Optional<UUID> session, Set<UUID> claimed) {
            return Map.of(HERS, new TimeBounds(NOW.minus(Duration.ofHours(3)), NOW));
        }

        @Override
        public Map<UUID, TimeBounds> onTheirPhone(UUID person, String phone, Instant from, Instant until) {
            assertThat(from).isBefore(NOW.minus(Duration.ofMinutes(1)));
            assertThat(phone).as("of the record, whoever sends it").isEqualTo("a phone");
            return Map.of(
                    EARLIER, new TimeBounds(hoursAgo(9), hoursAgo(5)),
                    RAN_OUT, new TimeBounds(hoursAgo(6), hoursAgo(3)));
        }

        @Override
        public void learned(Set<UUID> helps) {
            throw new AssertionError("nothing is noted before it is stored");
        }
    };

    @Test
    void whatAHelperDidCountsAsHelpedAlsoWhenTheTraineeSendsIt() {
        assertThat(with(null, false, HERS.toString(), NOW)).contains(HERS);
    }

    @Test
    void whatTheTraineeDidAloneDoesNotAlsoWhenAHelperOnTheSamePhoneSendsIt() {
        assertThat(with(SESSION, true, "none", NOW)).isEmpty();
        assertThat(with(SESSION, false, "none", NOW))
                .as("on a phone of the helper's own")
                .contains(SESSION);
        assertThat(with(null, false, "none", NOW)).isEmpty();
    }

    @Test
    void aHelpThatWasOverBeforeOrIsNotOfThisPhoneCountsForNothing() {
        assertThat(with(null, false, HERS.toString(), NOW.plusSeconds(1))).isEmpty();
        assertThat(with(null, false, Ids.next().toString(), NOW)).isEmpty();
        assertThat(with(null, false, "no id", NOW)).isEmpty();
        assertThat(with(SESSION, true, Ids.next().toString(), NOW)).contains(SESSION);
    }

    @Test
    void aPhoneThatDoesNotSayWhoHelpedIsTakenByWhoSends() {
        assertThat(with(SESSION, true, null, NOW)).contains(SESSION);
        assertThat(with(null, false, null, NOW)).isEmpty();
    }

    @Test
    void whatWaitedWithoutANameIsOfTheHelpThatWentOnThenOnTheTraineesPhone() {
        assertThat(with(null, false, null, hoursAgo(4)))
                .as("it has run out, and the trainee sends it")
                .contains(RAN_OUT);
        assertThat(with(null, false, null, hoursAgo(5)))
                .as("of two, the one that began last")
                .contains(RAN_OUT);
        assertThat(with(null, false, null, hoursAgo(8))).contains(EARLIER);
        assertThat(with(null, false, null, hoursAgo(2)))
                .as("the trainee alone, after it had run out")
                .isEmpty();
        assertThat(with(SESSION, true, null, hoursAgo(4)))
                .as("another helps on that phone by now")
                .contains(RAN_OUT);
        assertThat(with(SESSION, true, null, hoursAgo(2))).contains(SESSION);
        assertThat(with(SESSION, false, null, hoursAgo(4)))
                .as("on a phone of the helper's own")
                .contains(SESSION);
        assertThat(with(null, false, "none", hoursAgo(4)))
                .as("the phone says that nobody helped")
                .isEmpty();
    }

    @Test
    void aNamedHelpWhoseTimeDoesNotFitBecomesTheHelpAtHand() {
        Instant over = NOW.plusSeconds(1);
        assertThat(with(SESSION, true, HERS.toString(), over)).contains(SESSION);
        assertThat(with(SESSION, false, HERS.toString(), over)).contains(SESSION);
        assertThat(with(null, false, HERS.toString(), over))
                .as("nobody helps now")
                .isEmpty();
    }

    private static Instant hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private Optional<UUID> with(UUID session, boolean samePhone, String claimed, Instant at) {
        Sender sender = new Sender("fengcheng", Ids.next(), "a phone", session, samePhone);
        SentRecord record = new SentRecord(Ids.next().toString(), "lesson.opened", at.toString(), null, claimed);
        List<Instant> unnamed = claimed == null ? List.of(at) : List.of();
        return HelpedRecords.of(sender, List.of(record), unnamed, NOW, claims).with(claimed, at);
    }
}
