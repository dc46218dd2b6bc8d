package org.tianbo.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says at the end of {@code mvn verify} which kinds of tests took how long, and which classes most of all. */
final class SecondsByKind {

    /** One file for each process that ran tests; what was read is there no longer. */
    static final Path FOLDER = Path.of("target/test-times");

    private static final int SLOWEST = 10;
    private static final String LINE = "%-42s %7s %7s %9s";

    private final Map<String, String> files = new HashMap<>();
    private final Path classes;

    /**
     * One class of tests.
     *
     * @param run of Maven
     * @param suite that the class ran in, which has a process of its own; empty for none
     * @param test name of the class
     * @param tests how many ran
     */
    record Row(String run, String suite, String test, int tests, long millis) {

        private static final String BETWEEN = ",";

        String line() {
            return String.join(BETWEEN, run, suite, test, Integer.toString(tests), Long.toString(millis));
        }

        static Row of(String line) {
            String[] parts = line.split(BETWEEN);
            return new Row(parts[0], parts[1], parts[2], Integer.parseInt(parts[3]), Long.parseLong(parts[4]));
        }

        private String simpleName() {
            return test.substring(test.lastIndexOf('.') + 1);
        }
    }

    /** @param classes folder of the tests' compiled classes */
    SecondsByKind(Path classes) {
        this.classes = classes;
    }

    /** The run of Maven, and the folder of the tests' compiled classes. */
    public static void main(String[] arguments) throws IOException {
        List<Row> rows = taken(FOLDER).stream()
                .filter(row -> row.run().equals(arguments[0]))
                .toList();
        if (!rows.isEmpty()) {
            new SecondsByKind(Path.of(arguments[1])).table(rows).forEach(System.out::println);
        }
    }

    /** What all processes have recorded, which is there no longer afterwards. */
    static List<Row> taken(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.flatMap(SecondsByKind::lines).map(Row::of).toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            Files.delete(file);
            return lines.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> table(List<Row> rows) {
        Map<TestKind, List<Row>> byKind = rows.stream()
                .collect(Collectors.groupingBy(this::kind, () -> new EnumMap<>(TestKind.class), Collectors.toList()));
        Stream<String> kinds =
                byKind.entrySet().stream().map(one -> line(one.getKey().words(), one.getValue()));
        Stream<String> suites = rows.stream()
                .filter(row -> !row.suite().isEmpty())
                .collect(Collectors.groupingBy(Row::suite, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> line("of it in " + one.getKey(), one.getValue()));
        Stream<String> slowest = rows.stream()
                .sorted(Comparator.comparingLong(Row::millis).reversed())
                .limit(SLOWEST)
                .map(row -> LINE.formatted(row.simpleName(), "", row.tests(), seconds(row.millis())) + "  "
                        + kind(row).words());
        return Stream.of(
                        Stream.of("", LINE.formatted("Seconds by kind of test", "classes", "tests", "seconds")),
                        kinds,
                        Stream.of(line("all, in processes side by side", rows)),
                        suites,
                        Stream.of("", "The slowest; the first of each process has the application's start in it"),
                        slowest,
                        Stream.of(""))
                .flatMap(lines -> lines)
                .toList();
    }

    private static String line(String words, List<Row> rows) {
        return LINE.formatted(
                words,
                rows.size(),
                rows.stream().mapToInt(Row::tests).sum(),
                seconds(rows.stream().mapToLong(Row::millis).sum()));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    private TestKind kind(Row row) {
        return TestKind.of(row.test(), this::file);
    }

    private String file(String name) {
        return files.computeIfAbsent(name, any -> read(classes.resolve(name.replace('.', '/') + ".class")));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
