package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.Node;

/**
 * Runs {@code src/test/js} on Node: what the browser's modules decide without a browser. A failed test is one line
 * here; every test and the lines no test reaches stand in {@code target/js-tests.txt}.
 */
class BrowserCodeTest {

    private static final Path REPORT = Path.of("target/js-tests.txt");

    @Test
    void theBrowserModulesDecideAsTheirTestsSay() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--test",
                "--experimental-test-coverage",
                "--test-coverage-include=src/main/web/**/*.js",
                "--test-reporter=spec",
                "--test-reporter-destination=" + REPORT,
                "--test-reporter=./src/test/js/support/failures.js",
                "--test-reporter-destination=stdout"));
        try (Stream<Path> tests = Files.walk(Path.of("src/test/js"))) {
            tests.map(Path::toString)
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .forEach(arguments::add);
        }

        Node.Run run = Node.run(arguments);

        assertThat(run.output()).as("failed tests of src/test/js").isEmpty();
        assertThat(run.code()).as("Node's end; see %s", REPORT).isZero();
    }
}
