package org.tianbo.learning.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text in which what was looked for is marked.
 *
 * @param parts in order
 */
public record Marked(List<Part> parts) {

    /** @param hit whether it is what was looked for */
    public record Part(String text, boolean hit) {}

    static Marked of(String text, List<Finder.Span> spans) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (Finder.Span span : merged(spans)) {
            add(parts, text.substring(from, span.from()), false);
            add(parts, text.substring(span.from(), span.to()), true);
            from = span.to();
        }
        add(parts, text.substring(from), false);
        return new Marked(List.copyOf(parts));
    }

    private static void add(List<Part> parts, String text, boolean hit) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, hit));
        }
    }

    /** Those that overlap or touch as one. */
    private static List<Finder.Span> merged(List<Finder.Span> spans) {
        List<Finder.Span> merged = new ArrayList<>();
        spans.stream()
                .sorted(Comparator.comparingInt(Finder.Span::from).thenComparingInt(Finder.Span::to))
                .forEach(span -> {
                    int last = merged.size() - 1;
                    if (last >= 0 && span.from() <= merged.get(last).to()) {
                        Finder.Span before = merged.remove(last);
                        merged.add(new Finder.Span(before.from(), Math.max(before.to(), span.to())));
                    } else {
                        merged.add(span);
                    }
                });
        return merged;
    }
}
