package org.tianbo.platform.table.rows;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.Cell;
import org.tianbo.platform.table.Columns;
import org.tianbo.platform.table.Records;
import org.tianbo.platform.table.TableFile;
import org.tianbo.platform.table.UnreadableTable;

/**
 * Reads a table out of a file as offices and shops really have them: CSV in UTF-8, UTF-16 or GB18030 with commas,
 * semicolons or tabs, or XLSX; remarks above and totals below, columns in any order under any of their names.
 *
 * <p>A broken row is reported and costs no other row. Only a file that is no such table at all, or that breaks off in
 * the middle, is refused, with an {@link UnreadableTable} that says what to do.
 */
public final class TableReader {

    /** Types under which browsers and programs send such files. */
    public static final String CSV = "text/csv";

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Windows gives CSV files this type where Excel is installed. */
    public static final String OLD_EXCEL = "application/vnd.ms-excel";

    private static final Pattern FOOTNOTE = Pattern.compile(
            "((本页)?(合计|总计|小计|汇总)|总(金额|数|人数)|以上|说明|导出|注[:：]|备注[:：]|(填表|制表|审核|经办|负责)人?[:：]"
                    + "|共(计[:：]?)?\\s*\\d+\\s*[条行笔单件人]|((?i:sub|grand )?(?i:total))\\b).*",
            Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[\\d.,+-]*");
    private static final int MOST_CHARACTERS_IN_A_CELL = 32_767;

    private final int maxBytes;
    private final int maxRows;

    public TableReader(int maxBytes, int maxRows) {
        this.maxBytes = maxBytes;
        this.maxRows = maxRows;
    }

    /**
     * Hands every row of the table to {@code rows}, in order. A row for which {@code rows} throws {@link BrokenCell},
     * or ends by {@link Row#refuseIfBroken}, counts as broken. The stream is read to its end and left to the caller to
     * close.
     *
     * @throws UnreadableTable when there is no such table in the file, or too much of it, or only a part of it
     */
    public TableFacts read(InputStream in, Columns columns, Consumer<Row> rows) {
        try (TableFile file = TableFiles.open(in, maxBytes)) {
            return new Pass(Header.find(file, columns), rows).walk();
        }
    }

    /**
     * Hands on every row once more as it stands, the header first: for a file to mend.
     *
     * @throws UnreadableTable as {@link #read} does
     */
    void copy(InputStream in, Columns columns, CellsOfLine copy) {
        try (TableFile file = TableFiles.open(in, maxBytes)) {
            Header header = Header.find(file, columns);
            copy.take(header.line(), header.cells());
            try (Records records = header.grid().open()) {
                for (Optional<Records.Record> next = records.next(); next.isPresent(); next = records.next()) {
                    Records.Record record = next.get();
                    if (record.line() > header.line()) {
                        copy.take(record.line(), record.cells().orElse(List.of()));
                    }
                }
            }
        }
    }

    /** What stands on a line of the file. */
    interface CellsOfLine {
        void take(int line, List<String> cells);
    }

    /** One walk through one file. */
    private final class Pass {

        private final Header header;
        private final Consumer<Row> consumer;
        private final List<RejectedRow> rejected = new ArrayList<>();

        /** Lines that look like footnotes: they are, unless another row follows. */
        private final List<Records.Record> footnotes = new ArrayList<>();

        private int rows;
        private int narrowest = Integer.MAX_VALUE;

        Pass(Header header, Consumer<Row> consumer) {
            this.header = header;
            this.consumer = consumer;
        }

        TableFacts walk() {
            try (Records records = header.grid().open()) {
                Optional<Records.Record> next = records.next();
                while (next.isPresent()) {
                    Records.Record record = next.get();
                    next = records.next();
                    if (record.line() > header.line() && !record.blank()) {
                        if (next.isEmpty()) {
                            refuseCutOff(record, records.ending());
                        }
                        take(record);
                    }
                }
            }
            List<Integer> footnoteLines =
                    footnotes.stream().map(Records.Record::line).toList();
            return new TableFacts(
                    header.grid().text(),
                    header.line(),
                    header.positions().keySet(),
                    rows,
                    List.copyOf(rejected),
                    footnoteLines);
        }

        /**
         * A download that broke off ends in the middle of a row: inside quotation marks, or before its last cells.
         * Whoever leaves out empty cells at the end does so in other rows too.
         */
        private void refuseCutOff(Records.Record last, Records.Ending ending) {
            if (ending == Records.Ending.WHOLE) {
                return;
            }
            List<String> cells = last.cells().orElse(List.of());
            boolean tooShort = !isFootnote(cells) && cells.size() < header.width();
            boolean cut =
                    ending == Records.Ending.OPEN ? tooShort : tooShort && !isRemark(cells) && cells.size() < narrowest;
            if (last.quoteOpen() || (last.cells().isPresent() && cut)) {
                throw UnreadableTable.cutOff(last.line());
            }
        }

        private void take(Records.Record record) {
            List<String> cells = record.cells().orElse(List.of());
            if (isFootnote(cells) || isRemark(cells)) {
                footnotes.add(record);
                return;
            }
            footnotes.forEach(this::row);
            footnotes.clear();
            row(record);
        }

        private void row(Records.Record record) {
            if (++rows > maxRows) {
                throw UnreadableTable.tooManyRows(maxRows);
            }
            Row row = new Row(record.line(), header.positions(), record.cells().orElse(List.of()));
            narrowest = record.cells()
                    .map(cells -> Math.min(narrowest, cells.size()))
                    .orElse(narrowest);
            try {
                refuseShape(record);
                consumer.accept(row);
                return;
            } catch (BrokenCell broken) {
                row.note(broken);
            } catch (BrokenRow broken) {
                // Its faults are noted already.
            }
            rejected.add(row.rejected());
        }

        private void refuseShape(Records.Record record) {
            List<String> cells = record.cells().orElseThrow(() -> new BrokenCell("row", "table.row-quotes"));
            // A delimiter typed inside a cell shifts every later cell under a wrong header, where it may look
            // plausible.
            if (cells.stream().skip(header.cells().size()).anyMatch(cell -> !Cell.clean(cell)
                    .isEmpty())) {
                throw new BrokenCell("row", "table.row-too-wide");
            }
            if (cells.stream().anyMatch(cell -> cell.length() > MOST_CHARACTERS_IN_A_CELL)) {
                throw new BrokenCell("row", "table.cell-too-long");
            }
        }

        private boolean isFootnote(List<String> cells) {
            return FOOTNOTE.matcher(firstWord(cells)).matches();
        }

        /**
         * A sheet leaves out its empty cells: there, a cell that stands alone may as well be the beginning of a row.
         */
        private boolean isRemark(List<String> cells) {
            return cells.size() == 1
                    && header.width() > 1
                    && header.grid().text().isPresent()
                    && !NUMBER.matcher(firstWord(cells)).matches();
        }

        private static String firstWord(List<String> cells) {
            return cells.stream()
                    .map(Cell::clean)
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }
}
