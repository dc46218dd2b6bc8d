package org.tianbo.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one run: a line of JSON each, and a table for people. */
final class Results {

    /**
     * One figure; {@code against} names the floor and {@code ratio} is figure ÷ floor, both null where there is none.
     */
    record Figure(String name, double value, String unit, String against, Double ratio) {}

    private final List<Figure> figures = new ArrayList<>();

    void add(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit, null, null));
    }

    void add(String name, double value, String unit, String against, double floor) {
        figures.add(new Figure(name, value, unit, against, value / floor));
    }

    void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("name", figure.name());
            line.put("value", rounded(figure.value()));
            line.put("unit", figure.unit());
            line.put("against", figure.against());
            line.put("ratio", figure.ratio() == null ? null : rounded(figure.ratio()));
            lines.add(json.writeValueAsString(line));
        }
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("\n");
        for (Figure figure : figures) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-34s %12.2f %-10s %s%n",
                    figure.name(),
                    figure.value(),
                    figure.unit(),
                    figure.ratio() == null
                            ? ""
                            : String.format(Locale.ROOT, "%.2f of %s", figure.ratio(), figure.against())));
        }
        return table.toString();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
