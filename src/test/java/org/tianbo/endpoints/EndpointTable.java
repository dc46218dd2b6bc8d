package org.tianbo.endpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who gets what from which endpoint, a line each, as people read it and as the test compares it. */
final class EndpointTable {

    private static final List<String> ABOUT = List.of(
            "# What each endpoint answers: to whoever asks for something that nobody has, with an empty body; to a",
            "# county that reads its own things; and to a county that names a thing of another, by parameter.",
            "# Written anew by: mvn verify -Dit.test=EveryEndpointIT -Dhouse=write; look at each line that changed.",
            "# Each run also leaves its own table in target.");

    private final Path file;
    private final List<String> columns;
    private final Map<String, List<String>> rows = new TreeMap<>();

    /** @param name of the file that says what is right */
    EndpointTable(String name, List<String> columns) {
        this.file = Path.of("src/test/resources", name);
        this.columns = columns;
    }

    void put(Endpoint endpoint, List<String> cells) {
        rows.put(key(endpoint.name()), cells);
    }

    /** By path first. */
    private static String key(String name) {
        int blank = name.indexOf(' ');
        return name.substring(blank + 1) + " " + name.substring(0, blank);
    }

    /** For people to look at, and in place of the file where that is asked for. */
    void write() throws IOException {
        Files.write(Path.of("target").resolve(file.getFileName()), lines());
        if (System.getProperty("house", "").equals("write")) {
            Files.write(file, lines());
        }
    }

    /** One readable line for each difference from the file; none where they are the same. */
    List<String> differences() throws IOException {
        Map<String, List<String>> known = known();
        List<String> lines = new ArrayList<>();
        rows.forEach((name, cells) -> {
            List<String> before = known.remove(name);
            if (before == null) {
                lines.add(name + ": a new endpoint that has no line in " + file);
            } else if (!before.equals(cells)) {
                lines.add(name + ": " + changed(before, cells));
            }
        });
        known.keySet().forEach(name -> lines.add(name + ": is gone, and still has a line in " + file));
        return lines;
    }

    private String changed(List<String> before, List<String> now) {
        return IntStream.range(0, columns.size())
                .filter(column -> column >= before.size() || !before.get(column).equals(now.get(column)))
                .mapToObj(column -> "%s is answered %s, not %s"
                        .formatted(
                                columns.get(column),
                                now.get(column).isEmpty() ? "nothing" : now.get(column),
                                column < before.size() ? before.get(column) : "as the file says"))
                .collect(Collectors.joining("; "));
    }

    private Map<String, List<String>> known() throws IOException {
        Map<String, List<String>> known = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return known;
        }
        List<String> written = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .toList();
        for (String line : written) {
            String[] cells = line.split("\\|", -1);
            known.put(
                    key(cells[0].strip()),
                    IntStream.range(1, cells.length)
                            .mapToObj(cell -> cells[cell].strip())
                            .toList());
        }
        return known;
    }

    private List<String> lines() {
        int widest = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>(ABOUT);
        lines.add(line("endpoint", columns, widest));
        rows.forEach((key, cells) -> {
            int blank = key.lastIndexOf(' ');
            lines.add(line(key.substring(blank + 1) + " " + key.substring(0, blank), cells, widest));
        });
        return lines;
    }

    private String line(String name, List<String> cells, int widest) {
        StringBuilder line = new StringBuilder(padded(name, widest));
        for (int column = 0; column < cells.size(); column++) {
            line.append(" | ")
                    .append(padded(cells.get(column), columns.get(column).length()));
        }
        return line.toString().stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
