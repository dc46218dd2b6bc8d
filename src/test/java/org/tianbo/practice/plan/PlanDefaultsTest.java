package org.tianbo.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDefaultsTest {

    private static final Optional<Plan> MINUTE = Optional.of(new Plan("冻米糖", "pitch", null, List.of("冻米糖", "大米")));

    @Test
    void whoNeverRecordedBeginsWithOneMinute() {
        assertThat(PlanDefaults.after(Optional.empty(), false)).isEqualTo(new PlanDefaults("pitch", ""));
    }

    @Test
    void aPlanThatWasNeverRecordedIsNoExperience() {
        assertThat(PlanDefaults.after(MINUTE, false)).isEqualTo(new PlanDefaults("pitch", "冻米糖"));
    }

    @Test
    void afterTheFirstRecordingItIsTheFiveMinutes() {
        assertThat(PlanDefaults.after(MINUTE, true)).isEqualTo(new PlanDefaults("product-loop", "冻米糖"));
    }
}
