package org.tianbo.cohort.page.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.platform.table.csv.CsvSheet;

/** The table of a page with numbers as a file: the parts in the page's order, and all of them together. */
final class DashboardFile {

    private DashboardFile() {}

    static String text(SideBySide parts, Funnel all, DashboardWords words) {
        String[] header = Stream.of(
                        Stream.of(words.own().side(parts.side())),
                        Stream.of(Stage.values()).map(words.ofClasses()::stage),
                        Stream.of(words.own().left()))
                .flatMap(names -> names)
                .toArray(String[]::new);
        CsvSheet sheet = new CsvSheet(header);
        parts.rows().forEach(row -> sheet.row(cells(words.name(parts.side(), row), row.funnel())));
        sheet.row(cells(words.own().everything(), all));
        return sheet.text();
    }

    private static Object[] cells(String name, Funnel funnel) {
        List<Object> cells = new ArrayList<>();
        cells.add(name);
        funnel.steps().forEach(step -> cells.add(step.count()));
        cells.add(funnel.left());
        return cells.toArray();
    }
}
