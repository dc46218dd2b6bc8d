package org.tianbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines and files are short and rooms are small enough to be read; those of tests, demo, build and bench too. */
class SourceFilesTest {

    /** In letters, not bytes; text blocks included. */
    private static final Map<String, Integer> WIDEST = Map.of(".java", 120, ".js", 140, ".ts", 140);

    /** As wide as it likes: the theme of the sign-in pages has pictures in its lines. */
    private static final String STYLES = ".css";

    private static final Path MAIN = Path.of("src/main/java/org/tianbo");
    private static final Path TESTS = Path.of("src/test/java/org/tianbo");

    private static final int MOST_LINES = 300;
    private static final int MOST_FILES = 20;
    private static final int FEWEST_FILES = 5;

    /** In two pieces, or they would be found here. */
    private static final List<String> NO_WAYS_TO_WAIT =
            List.of("waitForFunction(\"async" + " ", "Thread" + ".sleep(", "waitForTimeout" + "(");

    private final Map<Path, List<String>> files = read();

    @Test
    void noFileIsLong() {
        List<String> longer = files.entrySet().stream()
                .filter(file -> file.getValue().size() > MOST_LINES)
                .map(file -> file.getKey() + ": " + file.getValue().size())
                .toList();
        assertThat(longer).as("files of more than %d lines", MOST_LINES).isEmpty();
    }

    @Test
    void noLineIsWide() {
        List<String> wider = new ArrayList<>();
        files.forEach((file, lines) -> {
            int widest = WIDEST.getOrDefault(suffix(file), Integer.MAX_VALUE);
            for (int line = 0; line < lines.size(); line++) {
                if (letters(lines.get(line)) > widest) {
                    wider.add(file + ":" + (line + 1) + ": " + letters(lines.get(line)));
                }
            }
        });
        assertThat(wider).as("lines of more letters than %s", WIDEST).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void noRoomIsFull(Path source) {
        Map<String, Long> fuller = filesByPlace(source);
        fuller.values().removeIf(count -> count <= MOST_FILES);
        assertThat(fuller)
                .as("roots and rooms of more than %d files", MOST_FILES)
                .isEmpty();
    }

    private static Stream<Path> sources() {
        return Stream.of(MAIN, TESTS);
    }

    /** A promise counts as true at once, whatever it will be; a pause is too short on a busy machine. */
    @Test
    void noTestPausesOrWaitsForAPromise() {
        List<String> waiting = new ArrayList<>();
        files.forEach((file, lines) -> {
            for (int line = 0; line < lines.size(); line++) {
                if (file.startsWith("src/test") && NO_WAYS_TO_WAIT.stream().anyMatch(lines.get(line)::contains)) {
                    waiting.add(file + ":" + (line + 1));
                }
            }
        });
        assertThat(waiting)
                .as("tests that do not wait for what they want; see Eventually and PhoneCaches")
                .isEmpty();
    }

    /**
     * What a few files do stands in the room where a newcomer would look for it. Roots and edges may be small, and
     * tests stand where what they test does.
     */
    @Test
    void noRoomIsNearlyEmpty() {
        Map<String, Long> emptier = filesByPlace(MAIN);
        emptier.keySet().removeIf(place -> !place.contains("/") || place.endsWith("/page"));
        emptier.values().removeIf(count -> count >= FEWEST_FILES);
        assertThat(emptier).as("rooms of fewer than %d files", FEWEST_FILES).isEmpty();
    }

    /** How many each root and room has, package-info included. */
    private Map<String, Long> filesByPlace(Path source) {
        return files.keySet().stream()
                .filter(file -> file.startsWith(source))
                .collect(Collectors.groupingBy(
                        file -> source.relativize(file.getParent()).toString(), TreeMap::new, Collectors.counting()));
    }

    private static Map<Path, List<String>> read() {
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            return all.filter(file ->
                            WIDEST.containsKey(suffix(file)) || suffix(file).equals(STYLES))
                    .collect(Collectors.toMap(file -> file, SourceFilesTest::lines, (one, other) -> one, TreeMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(Math.max(0, name.lastIndexOf('.')));
    }

    private static int letters(String line) {
        return line.codePointCount(0, line.length());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
