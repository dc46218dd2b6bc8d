package org.tianbo.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file's lines beside those known: what is new, what tells of later events, what tells nothing new. */
record Sorted(List<OrderLine> added, List<OrderLine> changed, int unchanged) {

    static Sorted beside(Map<OrderLine.Key, OrderLine> known, List<OrderLine> lines) {
        List<OrderLine> added = new ArrayList<>();
        List<OrderLine> changed = new ArrayList<>();
        for (OrderLine line : lines) {
            OrderLine before = known.get(line.key());
            if (before == null) {
                added.add(line);
            } else if (!before.later(line).equals(before)) {
                changed.add(line);
            }
        }
        return new Sorted(added, changed, lines.size() - added.size() - changed.size());
    }

    List<OrderLine> toWrite() {
        List<OrderLine> lines = new ArrayList<>(added);
        lines.addAll(changed);
        return lines;
    }
}
