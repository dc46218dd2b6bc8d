package org.tianbo.practice.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeginningTest {

    private static final Optional<Plan> MINUTE = Optional.of(new Plan("冻米糖", "pitch", null, List.of("冻米糖", "大米")));

    @Test
    void whoNeverRecordedBeginsWithOneMinute() {
        assertThat(Beginning.after(Optional.empty(), false)).isEqualTo(new Beginning("pitch", ""));
    }

    @Test
    void aPlanThatWasNeverRecordedIsNoExperience() {
        assertThat(Beginning.after(MINUTE, false)).isEqualTo(new Beginning("pitch", "冻米糖"));
    }

    @Test
    void afterTheFirstRecordingItIsTheFiveMinutes() {
        assertThat(Beginning.after(MINUTE, true)).isEqualTo(new Beginning("product-loop", "冻米糖"));
    }
}
