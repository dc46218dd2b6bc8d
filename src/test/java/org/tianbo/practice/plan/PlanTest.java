package org.tianbo.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tianbo.platform.web.fault.StrictJson;

class PlanTest {

    static Stream<String> formats() throws IOException {
        try (Stream<Path> shows = Files.list(Path.of("content/runs-of-show"))) {
            return shows.map(show -> show.getFileName().toString().replace(".yaml", "")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyPublishedRunOfShowCanBePlanned(String format) {
        try (ValidatorFactory rules = Validation.buildDefaultValidatorFactory()) {
            assertThat(rules.getValidator().validate(new Plan("冻米糖", format, null, List.of(), null, null, null)))
                    .isEmpty();
        }
    }

    @Test
    void whatOnlyALaterVersionKnowsIsKeptForItAndIsTheSamePlan() throws IOException {
        ObjectMapper api = StrictJson.apply(new ObjectMapper());
        String sent =
                """
                {"title": "冻米糖", "format": "pitch", "audience": {"scenario": "fruit", "seats": [1, 2.5, null]},
                 "facts": [{"name": "冻米糖", "harvest": "2026"}],
                 "steps": [{"ref": "hook", "seconds": 20, "camera": null}]}""";
        Plan plan = api.readValue(sent, Plan.class);

        PlanDetails stored = api.readValue(api.writeValueAsString(plan.details()), PlanDetails.class);
        Plan read = Plan.of(plan.title(), plan.format(), plan.runOfShow(), plan.products(), stored);

        assertThat(read).isEqualTo(plan);
        assertThat(api.valueToTree(read.details()).path("audience"))
                .isEqualTo(api.readTree(sent).path("audience"));
        assertThat(read.facts().get(0).later()).containsEntry("harvest", "2026");
        assertThat(read.steps().get(0).later()).containsEntry("camera", null);
        assertThat(plan).isNotEqualTo(api.readValue(sent.replace("2026", "2027"), Plan.class));
    }
}
