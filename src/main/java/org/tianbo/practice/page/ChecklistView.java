package org.tianbo.practice.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tianbo.curriculum.Checklist;

/** The checklist before a rehearsal, in the reader's language. */
public record ChecklistView(String title, List<Item> items) {

    /**
     * @param reading what the phone measures, as its script names it; empty for what somebody looks at
     * @param atLeast empty where there is no such bound, as are the others
     */
    public record Item(String title, String fix, String reading, String atLeast, String atMost, String poor) {}

    static ChecklistView of(Checklist checklist, Locale locale) {
        return new ChecklistView(
                checklist.title().in(locale),
                checklist.items().stream().map(item -> item(item, locale)).toList());
    }

    private static Item item(Checklist.Item item, Locale locale) {
        Optional<Checklist.Measure> measure = item.measure();
        return new Item(
                item.title().in(locale),
                item.fix().in(locale),
                measure.map(one -> one.reading().name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                written(measure.flatMap(Checklist.Measure::atLeast)),
                written(measure.flatMap(Checklist.Measure::atMost)),
                written(measure.flatMap(Checklist.Measure::poor)));
    }

    private static String written(Optional<Double> bound) {
        return bound.map(String::valueOf).orElse("");
    }
}
