package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.EspeakNg;
import org.tianbo.testsupport.Node;

/**
 * What the browser's modules decide without a browser, on Node: the tests of {@code src/test/js}, and the types named
 * in comments. A failed test or a type error is one line here; every test and the lines no test reaches stand in
 * {@code target/js-tests.txt}.
 */
class BrowserCodeTest {

    private static final Path REPORT = Path.of("target/js-tests.txt");

    @Test
    void theBrowserModulesDecideAsTheirTestsSay() throws IOException, InterruptedException {
        EspeakNg.require();
        List<String> arguments = new ArrayList<>(List.of(
                "--test",
                "--test-isolation=none",
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

    @Test
    void theTypesNamedInCommentsHold() throws IOException, InterruptedException {
        Node.Run run = Node.run(List.of(Node.typeScript().toString(), "--project", "src/jsconfig.json"));

        // TypeScript explains an error in indented lines below it.
        List<String> errors =
                run.output().lines().filter(line -> !line.startsWith(" ")).toList();
        assertThat(errors)
                .withFailMessage("%d type errors: %s", errors.size(), String.join("; ", errors))
                .isEmpty();
        assertThat(run.code()).isZero();
    }
}
