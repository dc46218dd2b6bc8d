package org.tianbo.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
}
