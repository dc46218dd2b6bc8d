package org.tianbo.cohort.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tianbo.people.PeopleConfig;

class CardSealTest {

    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

    /** What servers and proxies take of an address's first line at least. */
    private static final int ADDRESS_TAKEN_EVERYWHERE = 4_000;

    private final Map<UUID, String> pins = new LinkedHashMap<>();

    @Test
    void fortyCardsFitInAnAddress() {
        IntStream.range(0, 40).forEach(number -> pins.put(UUID.randomUUID(), String.format("%06d", number)));

        String sealed = at(NOON).seal(pins, "class officer");

        assertThat(sealed).hasSizeLessThan(ADDRESS_TAKEN_EVERYWHERE).matches("[\\w-]+");
        assertThat(at(NOON).open(sealed, "class officer")).contains(pins);
    }

    @Test
    void onlyTheOneWhoMadeThemOpensThemAndOnlyForTenMinutes() {
        pins.put(UUID.randomUUID(), "012345");
        String sealed = at(NOON).seal(pins, "class officer");

        assertThat(at(NOON).open(sealed, "class another")).isEmpty();
        assertThat(at(NOON.plus(Duration.ofMinutes(9))).open(sealed, "class officer"))
                .contains(pins);
        assertThat(at(NOON.plus(CardSeal.LASTS)).open(sealed, "class officer")).isEmpty();
        assertThat(sealed).doesNotContain("012345");
    }

    private static CardSeal at(Instant now) {
        PeopleConfig config = new SmallRyeConfigBuilder()
                .withMapping(PeopleConfig.class)
                .withDefaultValue("tianbo.people.hash-key", "a key of this test")
                .withDefaultValue("tianbo.people.accounts-patience", "PT10S")
                .build()
                .getConfigMapping(PeopleConfig.class);
        return new CardSeal(config, Clock.fixed(now, ZoneOffset.UTC));
    }
}
