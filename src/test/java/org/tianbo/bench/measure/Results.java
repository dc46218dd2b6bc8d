package org.tianbo.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures of one run: a line of JSON each, and a table for people. */
public final class Results {

    /**
     * One figure; {@code against} names the floor and {@code ratio} is figure ÷ floor, both null where there is none.
     * {@code pace} says how a rung of the ladder came to it; null for single figures.
     */
    public record Figure(String name, double value, String unit, String against, Double ratio, Rung.Pace pace) {}

    private static final String LINE = "%-48s %12s %-7s %-32s %-14s %-6s %s%n";

    private final List<Figure> figures = new ArrayList<>();

    public void add(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit, null, null, null));
    }

    public void add(String name, double value, String unit, String against, double floor) {
        figures.add(new Figure(name, value, unit, against, value / floor, null));
    }

    public void add(String name, Rung.Pace pace) {
        figures.add(new Figure(name, pace.perSecond(), "1/s", null, null, pace));
        add(name + ", p99", pace.p99Millis(), "ms");
    }

    public void add(String name, Rung.Pace pace, String against, Rung.Pace floor) {
        figures.add(new Figure(name, pace.perSecond(), "1/s", against, pace.perSecond() / floor.perSecond(), pace));
        add(name + ", p99", pace.p99Millis(), "ms");
    }

    public void addCores(String of, Processors.Use cores) {
        results(of, cores, new Figure("cores in all for " + of, cores.inAll(), "cores", null, null, null));
    }

    public void addCores(String of, Processors.Use cores, String against, double floor) {
        results(
                of,
                cores,
                new Figure("cores in all for " + of, cores.inAll(), "cores", against, cores.inAll() / floor, null));
    }

    /** Who took them; what others took says how much the figures are worth. */
    private void results(String of, Processors.Use cores, Figure inAll) {
        add("cores of the application for " + of, cores.application(), "cores");
        add("cores of its ffmpegs", cores.ffmpeg(), "cores");
        add("cores of PostgreSQL", cores.postgres(), "cores");
        figures.add(inAll);
        add("cores of the load tool", cores.tool(), "cores");
        add("cores of everything else on the machine", cores.others(), "cores");
    }

    public void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("name", figure.name());
            line.put("value", rounded(figure.value()));
            line.put("unit", figure.unit());
            line.put("against", figure.against());
            line.put("ratio", figure.ratio() == null ? null : rounded(figure.ratio()));
            Goals.of(figure.name()).ifPresent(goal -> {
                line.put("goal", goal.words());
                line.put("met", goal.isMet(figure));
            });
            if (figure.pace() != null) {
                line.put("cold", rounded(figure.pace().cold()));
                line.put("windows", figure.pace().windows());
                line.put("steady", figure.pace().steady());
                line.put("toolShare", rounded(figure.pace().toolShare()));
            }
            lines.add(json.writeValueAsString(line));
        }
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    /** Each figure beside its floor and its goal, and at the end how many goals were met. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("\n");
        table.append(LINE.formatted("", "figure", "", "beside its floor", "goal", "", ""));
        List<String> missed = new ArrayList<>();
        int goals = 0;
        for (Figure figure : figures) {
            Optional<Goals.Goal> goal = Goals.of(figure.name());
            goals += goal.isPresent() ? 1 : 0;
            if (goal.isPresent() && !goal.get().isMet(figure)) {
                missed.add(figure.name());
            }
            table.append(LINE.formatted(
                    figure.name(),
                    String.format(Locale.ROOT, "%.2f", figure.value()),
                    figure.unit(),
                    figure.ratio() == null
                            ? ""
                            : String.format(Locale.ROOT, "%.2f of %s", figure.ratio(), figure.against()),
                    goal.map(Goals.Goal::words).orElse(""),
                    goal.map(one -> one.isMet(figure) ? "met" : "MISSED").orElse(""),
                    figure.pace() == null ? "" : told(figure.pace())));
        }
        table.append("%n%d of %d goals met%s%n"
                .formatted(
                        goals - missed.size(),
                        goals,
                        missed.isEmpty() ? "" : "; missed: " + String.join(" · ", missed)));
        return table.toString();
    }

    private static String told(Rung.Pace pace) {
        return String.format(
                Locale.ROOT,
                "cold %.0f/s, %d windows, %s, load tool %.0f%%",
                pace.cold(),
                pace.windows(),
                pace.steady() ? "steady" : "NOT steady",
                pace.toolShare() * 100);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
