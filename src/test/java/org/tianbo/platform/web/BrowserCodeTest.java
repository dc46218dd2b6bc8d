package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.testsupport.program.EspeakNg;
import org.tianbo.testsupport.program.Node;

/**
 * What the browser's modules decide without a browser, on Node: the tests of {@code src/test/js}, and the types named
 * in comments. A failed test or a type error is one line here; every test and the lines no test reaches stand in
 * {@code target/js-tests.txt}. Tests that walk through minutes of sound are named {@code *.sound.test.js}, those
 * that go through hundreds of rehearsals {@code *.drill.test.js}: they run without counting lines, which would make
 * them four times as slow. All runs begin together: most of the first one's time goes by in waiting for timers.
 */
class BrowserCodeTest {

    private static final Path REPORT = Path.of("target/js-tests.txt");
    private static final Path SOUND_REPORT = Path.of("target/js-sound-tests.txt");
    private static final Path DRILL_REPORT = Path.of("target/js-drills.txt");

    /** All that was begun, whichever tests are run. */
    private static final List<Future<Node.Run>> BEGUN = new ArrayList<>();

    private static Future<Node.Run> deciding;
    private static Future<Node.Run> hearing;
    private static Future<Node.Run> drilling;
    private static Future<Node.Run> typing;

    @BeforeAll
    static void beginAll() throws IOException {
        Node.requireDocument();
        List<String> counting = List.of("--experimental-test-coverage", "--test-coverage-include=src/main/web/**/*.js");
        deciding = begin(tests(name -> !isOfSound(name) && !isDrill(name)), REPORT, counting);
        hearing = begin(tests(BrowserCodeTest::isOfSound), SOUND_REPORT, List.of());
        drilling = begin(tests(BrowserCodeTest::isDrill), DRILL_REPORT, List.of());
        typing = compiler("--project", "src/jsconfig.json");
    }

    /** What nobody has waited for would write its report beside the next run's. */
    @AfterAll
    static void endAll() {
        BEGUN.forEach(run -> run.cancel(true));
    }

    @Test
    void theBrowserModulesDecideAsTheirTestsSay() throws Exception {
        pass(deciding, REPORT);
    }

    @Test
    void theBrowserModulesHearAsTheirTestsSay() throws Exception {
        EspeakNg.require();
        pass(hearing, SOUND_REPORT);
    }

    @Test
    void theBrowserModulesLoseNothingHoweverTheyAreCut() throws Exception {
        pass(drilling, DRILL_REPORT);
    }

    private static Future<Node.Run> begin(List<String> tests, Path report, List<String> more) throws IOException {
        assertThat(tests).as("tests to run").isNotEmpty();
        List<String> arguments = new ArrayList<>(List.of(
                "--test",
                "--test-isolation=none",
                "--test-reporter=spec",
                "--test-reporter-destination=" + report,
                "--test-reporter=./src/test/js/support/failures.js",
                "--test-reporter-destination=stdout"));
        arguments.addAll(more);
        arguments.addAll(tests);
        return begin(arguments);
    }

    private static Future<Node.Run> begin(List<String> arguments) throws IOException {
        Future<Node.Run> run = Node.begin(arguments);
        BEGUN.add(run);
        return run;
    }

    private static void pass(Future<Node.Run> begun, Path report) throws Exception {
        Node.Run run = begun.get();

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
    void theTypesNamedInCommentsHold() throws Exception {
        List<String> errors = errors(typing.get());

        assertThat(errors)
                .withFailMessage("%d type errors: %s", errors.size(), String.join("; ", errors))
                .isEmpty();
    }

    @Test
    void aWrongTypeIsOneLineThatNamesItsFile(@TempDir Path folder) throws Exception {
        Path wrong = Files.writeString(
                folder.resolve("wrong.js"),
                """
                /** @type {{page: {lesson: string}}} */
                export const open = {page: {lesson: 7}};
                """);

        Node.Run run = compiler(
                        "--noEmit", "--allowJs", "--checkJs", "--skipLibCheck", "--lib", "es2022", wrong.toString())
                .get();

        List<String> errors = errors(run);

        assertThat(errors).singleElement().asString().contains("wrong.js(2,").contains("'number'");
    }

    private static Future<Node.Run> compiler(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Node.typeScript().toString()));
        command.addAll(List.of(arguments));
        return begin(command);
    }

    private static List<String> errors(Node.Run run) {
        // TypeScript explains an error in indented lines below it.
        List<String> errors =
                run.output().lines().filter(line -> !line.startsWith(" ")).toList();
        assertThat(run.code() == 0).as(run.output()).isEqualTo(errors.isEmpty());
        return errors;
    }
}
