package org.tianbo.attendance.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.data.Ids;

class RotatingCodeTest {

    private static final Instant TIME = Instant.parse("2026-06-18T01:00:07Z");
    private static final UUID SESSION = Ids.next();

    private final RotatingCode code = RotatingCode.of("key", "fengcheng", SESSION);

    @Test
    void aCodeSaysWhenItCameOntoTheScreen() {
        assertThat(code.shownAt(code.at(TIME))).contains(Instant.parse("2026-06-18T01:00:00Z"));
    }

    @Test
    void itChangesEveryTwentySeconds() {
        assertThat(code.at(TIME.plusSeconds(12))).isEqualTo(code.at(TIME));
        assertThat(code.at(TIME.plus(RotatingCode.STEP))).isNotEqualTo(code.at(TIME));
    }

    @Test
    void anotherSessionsOrCountysCodeIsNone() {
        assertThat(RotatingCode.of("key", "fengcheng", Ids.next()).shownAt(code.at(TIME)))
                .isEmpty();
        assertThat(RotatingCode.of("key", "zhenping", SESSION).shownAt(code.at(TIME)))
                .isEmpty();
        assertThat(RotatingCode.of("other", "fengcheng", SESSION).shownAt(code.at(TIME)))
                .isEmpty();
    }

    @Test
    void aSealCannotBeCarriedToAnotherTime() {
        String now = code.at(TIME);
        String later = code.at(TIME.plus(Duration.ofHours(1)));

        assertThat(code.shownAt(later.substring(0, later.indexOf('-')) + now.substring(now.indexOf('-'))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1gz3k2-", "zzzzzzzz-abcdefghijkl", "0-............", "码-码码码码码码码码码码码码"})
    void whatIsGarbledIsNone(String garbled) {
        assertThat(code.shownAt(garbled)).isEmpty();
    }
}
