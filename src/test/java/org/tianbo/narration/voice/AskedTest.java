package org.tianbo.narration.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AskedTest {

    private static final Place PLACE = new Place("first-sentence", "zh");
    private static final Instant AT = Instant.parse("2026-06-18T04:00:00.000001Z");

    @Test
    void itsNameSaysWhatIsToBeMade() {
        Asked asked = new Asked(PLACE, AT);
        assertThat(Asked.parse(asked.id())).isEqualTo(asked);
    }

    @Test
    void askedForAgainItIsOtherWorkAndNotTheOneThatMayJustBeEnding() {
        assertThat(new Asked(PLACE, AT.plusMillis(1)).id()).isNotEqualTo(new Asked(PLACE, AT).id());
    }
}
