package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.testsupport.program.EspeakNg;
import org.tianbo.testsupport.program.Node;

/**
 * What the browser's modules decide without a browser, on Node: the tests of {@code src/test/js}, and the types named
 * in comments. A failed test or a type error is one line here; every test and the lines no test reaches stand in
 * {@code target/js-tests.txt}. Tests that walk through minutes of sound are named {@code *.sound.test.js}, those
 * that go through hundreds of rehearsals {@code *.drill.test.js}: they run without counting lines, which would make
 * them four times as slow.
 */
class BrowserCodeTest {

    private static final Path REPORT = Path.of("target/js-tests.txt");
    private static final Path SOUND_REPORT = Path.of("target/js-sound-tests.txt");
    private static final Path DRILL_REPORT = Path.of("target/js-drills.txt");

    @Test
    void theBrowserModulesDecideAsTheirTestsSay() throws IOException, InterruptedException {
        Node.requireDocument();
        List<String> counting = List.of("--experimental-test-coverage", "--test-coverage-include=src/main/web/**/*.js");

        pass(tests(name -> !isOfSound(name) && !isDrill(name)), REPORT, counting);
    }

    @Test
    void theBrowserModulesHearAsTheirTestsSay() throws IOException, InterruptedException {
        EspeakNg.require();

        pass(tests(BrowserCodeTest::isOfSound), SOUND_REPORT, List.of());
    }

    @Test
    void theBrowserModulesLoseNothingHoweverTheyAreCut() throws IOException, InterruptedException {
        pass(tests(BrowserCodeTest::isDrill), DRILL_REPORT, List.of());
    }

    private static void pass(List<String> tests, Path report, List<String> more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--test",
                "--test-isolation=none",
                "--test-reporter=spec",
                "--test-reporter-destination=" + report,
                "--test-reporter=./src/test/js/support/failures.js",
                "--test-reporter-destination=stdout"));
        arguments.addAll(more);
        arguments.addAll(tests);

        Node.Run run = Node.run(arguments);

        assertThat(tests).as("tests to run").isNotEmpty();
        assertThat(run.output()).as("failed tests of src/test/js").isEmpty();
        assertThat(run.code()).as("Node's end; see %s", report).isZero();
    }

    private static List<String> tests(Predicate<String> which) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/js"))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.js"))
                    .filter(which)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOfSound(String name) {
        return name.endsWith(".sound.test.js");
    }

    private static boolean isDrill(String name) {
        return name.endsWith(".drill.test.js");
    }

    @Test
    void theTypesNamedInCommentsHold() throws IOException, InterruptedException {
        List<String> errors = typeErrors("--project", "src/jsconfig.json");

        assertThat(errors)
                .withFailMessage("%d type errors: %s", errors.size(), String.join("; ", errors))
                .isEmpty();
    }

    @Test
    void aWrongTypeIsOneLineThatNamesItsFile(@TempDir Path folder) throws IOException, InterruptedException {
        Path wrong = Files.writeString(
                folder.resolve("wrong.js"),
                """
                /** @type {{page: {lesson: string}}} */
                export const open = {page: {lesson: 7}};
                """);

        List<String> errors =
                typeErrors("--noEmit", "--allowJs", "--checkJs", "--skipLibCheck", "--lib", "es2022", wrong.toString());

        assertThat(errors).singleElement().asString().contains("wrong.js(2,").contains("'number'");
    }

    private static List<String> typeErrors(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Node.typeScript().toString()));
        command.addAll(List.of(arguments));
        Node.Run run = Node.run(command);

        // TypeScript explains an error in indented lines below it.
        List<String> errors =
                run.output().lines().filter(line -> !line.startsWith(" ")).toList();
        assertThat(run.code() == 0).as(run.output()).isEqualTo(errors.isEmpty());
        return errors;
    }
}
