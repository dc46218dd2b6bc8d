package org.tianbo.practice.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.tianbo.practice.MeasuredSpan;

/** What ffmpeg's {@code metadata=print} wrote into a file: for each frame its time, then a line for each value. */
final class FilterLog {

    private static final String TIME = "pts_time:";

    /** Pictures come every half second; a value holds until the next one. */
    private static final long PICTURE_MS = 500;

    /** What lasts shorter is a hand before the lens. */
    private static final long SHORTEST_MS = 3_000;

    private record Entry(double second, String key, double value) {}

    private final List<Entry> entries;

    private FilterLog(List<Entry> entries) {
        this.entries = entries;
    }

    /** Reads the file; one that ffmpeg had nothing to write into is empty or missing. */
    static FilterLog read(Path file) {
        if (Files.notExists(file)) {
            return new FilterLog(List.of());
        }
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static FilterLog parse(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        double second = 0;
        for (String line : lines) {
            int time = line.indexOf(TIME);
            int equals = line.indexOf('=');
            if (time >= 0) {
                second = number(line.substring(time + TIME.length()));
            } else if (equals > 0) {
                entries.add(new Entry(second, line.substring(0, equals), number(line.substring(equals + 1))));
            }
        }
        return new FilterLog(entries);
    }

    /** Of a picture that has no edges ffmpeg writes {@code -nan}. */
    private static double number(String written) {
        String trimmed = written.strip();
        return trimmed.endsWith("nan") ? Double.NaN : Double.parseDouble(trimmed);
    }

    /** The spans that ffmpeg found by itself; one that is still open at the end reaches until there. */
    List<MeasuredSpan> between(String start, String end, MeasuredSpan.Kind kind, long lengthMs) {
        List<MeasuredSpan> spans = new ArrayList<>();
        Double open = null;
        for (Entry entry : entries) {
            if (entry.key().equals(start)) {
                open = entry.value();
            } else if (entry.key().equals(end) && open != null) {
                spans.add(span(kind, open, entry.value()));
                open = null;
            }
        }
        if (open != null) {
            spans.add(span(kind, open, lengthMs / 1000.0));
        }
        return spans;
    }

    /** The spans of pictures whose value matches. */
    List<MeasuredSpan> where(String key, DoublePredicate matches, MeasuredSpan.Kind kind) {
        List<MeasuredSpan> spans = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.key().equals(key) && matches.test(entry.value())) {
                long from = millis(entry.second());
                int last = spans.size() - 1;
                if (last >= 0 && from <= spans.get(last).toMs() + PICTURE_MS / 2) {
                    spans.set(last, new MeasuredSpan(kind, spans.get(last).fromMs(), from + PICTURE_MS));
                } else {
                    spans.add(new MeasuredSpan(kind, from, from + PICTURE_MS));
                }
            }
        }
        return spans.stream()
                .filter(span -> span.toMs() - span.fromMs() >= SHORTEST_MS)
                .toList();
    }

    OptionalDouble average(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .mapToDouble(Entry::value)
                .filter(Double::isFinite)
                .average();
    }

    private static MeasuredSpan span(MeasuredSpan.Kind kind, double from, double to) {
        return new MeasuredSpan(kind, millis(from), millis(to));
    }

    private static long millis(double seconds) {
        return Math.max(0, Math.round(seconds * 1000));
    }
}
