package org.tianbo.store.income;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tianbo.store.orderfile.OrderLine;

/** Order lines gathered from files that overlap: each line once, as last known. */
public final class DistinctOrderLines {

    private final Map<OrderLine.Key, OrderLine> lines = new LinkedHashMap<>();

    public static DistinctOrderLines of(Collection<OrderLine> lines) {
        DistinctOrderLines distinct = new DistinctOrderLines();
        lines.forEach(distinct::add);
        return distinct;
    }

    public void add(OrderLine line) {
        lines.merge(line.key(), line, OrderLine::later);
    }

    /** In the order in which they were first met. */
    public List<OrderLine> lines() {
        return List.copyOf(lines.values());
    }

    public int size() {
        return lines.size();
    }
}
