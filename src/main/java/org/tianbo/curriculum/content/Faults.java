package org.tianbo.curriculum.content;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that an author sees everything at once. */
final class Faults {

    private final Set<ContentFault> found = new LinkedHashSet<>();

    void add(String file, int line, String zh, String en) {
        found.add(new ContentFault(file, line, zh, en));
    }

    List<ContentFault> inOrder() {
        return found.stream()
                .sorted(Comparator.comparing(ContentFault::file).thenComparingInt(ContentFault::line))
                .toList();
    }
}
