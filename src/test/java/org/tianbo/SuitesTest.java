package org.tianbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectPackages;

class SuitesTest {

    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void everyIntegrationTestRunsInOneSuite() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<String> strays = files.filter(file -> file.toString().endsWith("IT.java"))
                    .map(file ->
                            TESTS.relativize(file.getParent()).toString().replace('/', '.') + "." + file.getFileName())
                    .filter(name -> Stream.of(RecordingSuite.class, TrainingSuite.class, OfficesSuite.class)
                                    .filter(suite -> runs(suite, name))
                                    .count()
                            != 1)
                    .toList();
            assertThat(strays)
                    .as("integration tests in no suite, or in several")
                    .isEmpty();
        }
    }

    private static boolean runs(Class<?> suite, String name) {
        ExcludePackages without = suite.getAnnotation(ExcludePackages.class);
        return isIn(suite.getAnnotation(SelectPackages.class).value(), name)
                && (without == null || !isIn(without.value(), name));
    }

    private static boolean isIn(String[] packages, String name) {
        return Arrays.stream(packages).anyMatch(one -> name.startsWith(one + "."));
    }
}
