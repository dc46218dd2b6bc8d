package org.tianbo.family.helping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HelpingTest {

    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void itGoesFromTheCodeToTheQuestionToTheHelp() {
        assertThat(Helping.state(null, null, LATER, null, NOW)).isEqualTo(Helping.State.CODE);
        assertThat(Helping.state(EARLIER, null, LATER, null, NOW)).isEqualTo(Helping.State.ASKED);
        assertThat(Helping.state(EARLIER, EARLIER, LATER, null, NOW)).isEqualTo(Helping.State.HELPS);
    }

    @Test
    void whateverItWasItIsOverOnceItIsEndedOrItsTimeHasCome() {
        assertThat(Helping.state(EARLIER, EARLIER, LATER, EARLIER, NOW)).isEqualTo(Helping.State.OVER);
        assertThat(Helping.state(EARLIER, EARLIER, NOW, null, NOW)).isEqualTo(Helping.State.OVER);
        assertThat(Helping.state(null, null, EARLIER, null, NOW)).isEqualTo(Helping.State.OVER);
    }
}
