package org.tianbo.platform.table.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.tianbo.platform.table.Records;
import org.tianbo.platform.table.UnreadableTable;

/** The rows of a sheet as texts. */
final class SheetRecords implements Records {

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private int last;

    private SheetRecords(Stream<Row> stream) {
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static SheetRecords of(Sheet sheet) {
        return understood(() -> {
            try {
                return new SheetRecords(sheet.openStream());
            } catch (IOException damaged) {
                throw UnreadableTable.damagedWorkbook();
            }
        });
    }

    @Override
    public Optional<Record> next() {
        while (understood(rows::hasNext)) {
            Row row = understood(rows::next);
            List<String> cells = cells(row);
            // A row without a number is the one behind the row before.
            last = Math.max(last + 1, row.getRowNum());
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                return Optional.of(Record.of(last, cells));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        stream.close();
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        row.forEach(cell -> cells.add(understood(() -> SheetCell.text(cell))));
        return cells;
    }

    /** The library says what it cannot read by exceptions of many classes, some of them of the language itself. */
    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableTable known) {
            throw known;
        } catch (RuntimeException damaged) {
            throw UnreadableTable.damagedWorkbook();
        }
    }
}
