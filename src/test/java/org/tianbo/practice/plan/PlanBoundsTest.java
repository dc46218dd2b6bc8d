package org.tianbo.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a phone may plan, in every member, at its bound and one beyond. */
class PlanBoundsTest {

    private static final Validator RULES =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final Duration LONGEST = Duration.ofHours(3);

    private static Plan with(List<ProductFacts> facts, List<PlannedStep> steps, String goal) {
        return new Plan("冻米糖", "pitch", null, List.of("冻米糖"), facts, steps, goal);
    }

    private static Plan facts(String name, String price, String weight, String origin) {
        return with(List.of(new ProductFacts(name, price, weight, origin)), null, null);
    }

    private static Plan step(String ref, int seconds, String title, String words) {
        return with(null, List.of(new PlannedStep(ref, seconds, title, words)), null);
    }

    private static List<PlannedStep> steps(int count, int seconds) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PlannedStep("own-" + i, seconds, "x", null))
                .toList();
    }

    private static String letters(int count) {
        return "话".repeat(count);
    }

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of("facts", facts("糖", letters(30), letters(30), letters(60)), true),
                Arguments.of("price", facts("糖", letters(31), null, null), false),
                Arguments.of("weight", facts("糖", null, letters(31), null), false),
                Arguments.of("origin", facts("糖", null, null, letters(61)), false),
                Arguments.of("name missing", facts(" ", null, null, null), false),
                Arguments.of("name", facts(letters(121), null, null, null), false),
                Arguments.of(
                        "four products",
                        with(Collections.nCopies(4, new ProductFacts("糖", null, null, null)), null, null),
                        false),
                Arguments.of("null product", with(Collections.singletonList(null), null, null), false),
                Arguments.of("step", step("own-1", 5, letters(60), letters(300)), true),
                Arguments.of("too short", step("hook", 4, null, null), false),
                Arguments.of("too long", step("hook", 3601, null, null), false),
                Arguments.of("title", step("own-1", 5, letters(61), null), false),
                Arguments.of("words", step("hook", 5, null, letters(301)), false),
                Arguments.of("ref", step("<b>", 5, null, null), false),
                Arguments.of("no ref", step(null, 5, null, null), false),
                Arguments.of("forty steps", with(null, steps(40, 5), null), true),
                Arguments.of("one more", with(null, steps(41, 5), null), false),
                Arguments.of("goal", with(null, null, letters(500)), true),
                Arguments.of("long goal", with(null, null, letters(501)), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void isTakenUpToItsBound(String what, Plan plan, boolean taken) {
        assertThat(RULES.validate(plan).isEmpty()).isEqualTo(taken);
    }

    @Test
    void threeHoursAreTheMost() {
        with(null, steps(3, 3600), null).check(LONGEST);
        Plan longer = with(
                null,
                Stream.concat(steps(3, 3600).stream(), Stream.of(new PlannedStep("hook", 5, null, null)))
                        .toList(),
                null);
        assertThatThrownBy(() -> longer.check(LONGEST)).hasMessage("practice.plan-too-long");
    }

    @Test
    void noStepComesTwice() {
        PlannedStep hook = new PlannedStep("hook", 5, null, null);
        assertThatThrownBy(() -> with(null, List.of(hook, hook), null).check(LONGEST))
                .hasMessage("practice.step-twice");
    }
}
