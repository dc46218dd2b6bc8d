package org.tianbo.platform.table.rows;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.table.Cell;
import org.tianbo.platform.table.Columns;
import org.tianbo.platform.table.csv.CsvSheet;

/** The rejected rows of a file as a table to mend and bring again: the file's own header, and why in a last column. */
public final class RejectedRows {

    /** A spreadsheet program would cut or shorten it, or take away its first zero. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{12,}|0\\d+");

    private RejectedRows() {}

    /** A CSV text that spreadsheet programs open; numbers of many digits keep all of them. */
    public static String sheet(
            TableReader tables, byte[] file, Columns columns, List<RejectedRow> rejected, Locale locale) {
        Map<Integer, RejectedRow> byLine = rejected.stream()
                .collect(Collectors.toMap(RejectedRow::line, Function.identity(), (first, second) -> first));
        List<CsvSheet> sheet = new ArrayList<>(1);
        int[] width = new int[1];
        tables.copy(new ByteArrayInputStream(file), columns, (line, cells) -> {
            if (sheet.isEmpty()) {
                width[0] = cells.size();
                sheet.add(new CsvSheet(row(cells, cells.size(), FaultTexts.of("table.reason", locale))));
            } else if (byLine.containsKey(line)) {
                sheet.get(0).row((Object[]) row(cells, width[0], reason(byLine.get(line), locale)));
            }
        });
        return sheet.get(0).text();
    }

    private static String[] row(List<String> cells, int width, String last) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < Math.max(width, cells.size()); i++) {
            row.add(i < cells.size() ? escaped(Cell.clean(cells.get(i))) : "");
        }
        row.add(last);
        return row.toArray(String[]::new);
    }

    private static String escaped(String cell) {
        return LONG_NUMBER.matcher(cell).matches() ? "=\"" + cell + "\"" : cell;
    }

    private static String reason(RejectedRow row, Locale locale) {
        return row.faults().stream()
                .map(fault -> FaultTexts.of(fault.code(), locale))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
