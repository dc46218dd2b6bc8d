package org.tianbo.practice.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.plan.Plan;
import org.tianbo.practice.plan.ProductFacts;

class PlanDefaultsTest {

    private static final ProductFacts CANDY = new ProductFacts("冻米糖", null, null, null);
    private static final Optional<Plan> MINUTE = Optional.of(plan(List.of()));

    private static Plan plan(List<ProductFacts> facts) {
        return new Plan("冻米糖", "pitch", null, List.of("冻米糖", "大米"), facts, null, null);
    }

    @Test
    void whatWasSaidOfTheProductsIsOfferedAgain() {
        ProductFacts priced = new ProductFacts("冻米糖", "39 块 9", null, "河口村");
        PlanDefaults defaults = PlanDefaults.after(Optional.of(plan(List.of(priced))), true);
        assertThat(defaults.products()).containsExactly(priced);
        assertThat(defaults.firstName()).isEqualTo("冻米糖");
        assertThat(defaults.fields())
                .containsExactly(
                        new PlanDefaults.Fields("", "冻米糖", "39 块 9", "", "河口村"),
                        new PlanDefaults.Fields("2", "", "", "", ""),
                        new PlanDefaults.Fields("3", "", "", "", ""));
    }

    @Test
    void whoNeverRecordedBeginsWithOneMinute() {
        assertThat(PlanDefaults.after(Optional.empty(), false)).isEqualTo(new PlanDefaults("pitch", List.of()));
    }

    @Test
    void aPlanThatWasNeverRecordedIsNoExperience() {
        assertThat(PlanDefaults.after(MINUTE, false)).isEqualTo(new PlanDefaults("pitch", List.of(CANDY)));
    }

    @Test
    void afterTheFirstRecordingItIsTheFiveMinutes() {
        assertThat(PlanDefaults.after(MINUTE, true)).isEqualTo(new PlanDefaults("product-loop", List.of(CANDY)));
    }
}
