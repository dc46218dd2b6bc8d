package org.tianbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each answer to bad input that the documentation states is held by tests that are there. */
class StatedAnswersTest {

    private static final Path STATED = Path.of("src/docs/bad-input.md");
    private static final Pattern BROWSER_TEST = Pattern.compile("`([\\w.-]+\\.test\\.js)` “([^”]+)”");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))\\.(\\w+)`");

    @Test
    void theTestsThatTheDocumentationNamesAreThere() throws IOException {
        List<MatchResult> named =
                TEST.matcher(Files.readString(STATED)).results().toList();
        assertThat(named).hasSizeGreaterThan(15);
        Map<String, String> sources = sources("src/test/java", ".java");

        assertThat(named)
                .filteredOn(
                        one -> !sources.getOrDefault(one.group(1) + ".java", "").contains("void " + one.group(2) + "("))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    @Test
    void theTestsOfTheBrowserThatTheDocumentationNamesAreThere() throws IOException {
        List<MatchResult> named =
                BROWSER_TEST.matcher(Files.readString(STATED)).results().toList();
        assertThat(named).hasSizeGreaterThan(5);
        Map<String, String> sources = sources("src/test/js", ".js");

        assertThat(named)
                .filteredOn(one -> !sources.getOrDefault(one.group(1), "").contains("test('" + one.group(2) + "',"))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private static Map<String, String> sources(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(),
                            StatedAnswersTest::read,
                            (one, other) -> one + other));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
