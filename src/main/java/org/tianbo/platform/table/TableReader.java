package org.tianbo.platform.table;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads a table out of a CSV file as offices and shops really have them: UTF-8 or GB18030, commas or tabs, remarks above
 * and totals below, columns in any order under any of their names.
 *
 * <p>A broken row is reported and costs no other row. Only a file that is no such table at all is refused, with an
 * {@link UnreadableTable} that says what to do.
 */
public final class TableReader {

    private static final Pattern FOOTNOTE = Pattern.compile("(合计|总计|小计|汇总|以上|说明|导出|注[:：]|备注[:：]).*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[\\d.,+-]*");

    private final int maxBytes;
    private final int maxRows;

    public TableReader(int maxBytes, int maxRows) {
        this.maxBytes = maxBytes;
        this.maxRows = maxRows;
    }

    /**
     * Hands every row of the table to {@code rows}, in order. A row for which {@code rows} throws {@link BrokenCell} counts
     * as broken. The stream is read to its end and left to the caller to close.
     *
     * @throws UnreadableTable when there is no such table in the file, or too much of it
     */
    public TableFacts read(InputStream in, Columns columns, Consumer<Row> rows) {
        TextFile file = TextFile.read(in, maxBytes);
        Header header = Header.find(file, columns);
        return new Pass(header, rows).over(file);
    }

    /** One walk through one file. */
    private final class Pass {

        private final Header header;
        private final Consumer<Row> consumer;
        private final List<RowFault> broken = new ArrayList<>();

        /** Lines that look like footnotes: they are, unless another row follows. */
        private final List<Records.Record> held = new ArrayList<>();

        private int rows;

        Pass(Header header, Consumer<Row> consumer) {
            this.header = header;
            this.consumer = consumer;
        }

        TableFacts over(TextFile file) {
            Records records = new Records(file.open(), header.delimiter());
            for (Optional<Records.Record> next = records.next(); next.isPresent(); next = records.next()) {
                Records.Record record = next.get();
                if (record.line() > header.line() && !blank(record)) {
                    take(record);
                }
            }
            List<Integer> footnotes = held.stream().map(Records.Record::line).toList();
            return new TableFacts(
                    file.charset(),
                    header.delimiter(),
                    header.line(),
                    header.positions().keySet(),
                    rows,
                    List.copyOf(broken),
                    footnotes);
        }

        private void take(Records.Record record) {
            if (looksLikeFootnote(record)) {
                held.add(record);
                return;
            }
            held.forEach(this::row);
            held.clear();
            row(record);
        }

        private void row(Records.Record record) {
            if (++rows > maxRows) {
                throw UnreadableTable.tooManyRows(maxRows);
            }
            try {
                consumer.accept(new Row(record.line(), header.positions(), cells(record)));
            } catch (BrokenCell cell) {
                broken.add(cell.at(record.line()));
            }
        }

        private List<String> cells(Records.Record record) {
            List<String> cells = record.cells().orElseThrow(() -> new BrokenCell("row", "table.row-quotes"));
            // A delimiter typed inside a cell shifts every later cell under a wrong header, where it may look
            // plausible.
            if (cells.stream().skip(header.width()).anyMatch(cell -> !Cell.clean(cell)
                    .isEmpty())) {
                throw new BrokenCell("row", "table.row-too-wide");
            }
            return cells;
        }

        private boolean looksLikeFootnote(Records.Record record) {
            List<String> cells = record.cells().orElse(List.of());
            String first = cells.stream()
                    .map(Cell::clean)
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .orElse("");
            boolean oneRemark = cells.size() == 1
                    && header.width() > 1
                    && !NUMBER.matcher(first).matches();
            return oneRemark || FOOTNOTE.matcher(first).matches();
        }

        private static boolean blank(Records.Record record) {
            return record.cells()
                    .map(cells ->
                            cells.stream().allMatch(cell -> Cell.clean(cell).isEmpty()))
                    .orElse(false);
        }
    }
}
