package org.tianbo.curriculum.document;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that an author sees everything at once. */
public final class Faults {

    private final Set<ContentFault> found = new LinkedHashSet<>();

    public void add(String file, int line, String zh, String en) {
        found.add(new ContentFault(file, line, zh, en));
    }

    public List<ContentFault> inOrder() {
        return found.stream()
                .sorted(Comparator.comparing(ContentFault::file).thenComparingInt(ContentFault::line))
                .toList();
    }
}
