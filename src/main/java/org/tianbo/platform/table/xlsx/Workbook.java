package org.tianbo.platform.table.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.tianbo.platform.table.Grid;
import org.tianbo.platform.table.Records;
import org.tianbo.platform.table.TableFile;
import org.tianbo.platform.table.UnreadableTable;

/** An XLSX file. Its visible sheets are read row by row, after {@link WorkbookGuard} has seen what they would cost. */
public final class Workbook implements TableFile {

    /** Each is looked through for a header. */
    private static final int MOST_SHEETS = 30;

    private final ReadableWorkbook workbook;

    private Workbook(ReadableWorkbook workbook) {
        this.workbook = workbook;
    }

    public static Workbook open(byte[] bytes, int maxBytes) {
        boolean styled = WorkbookGuard.check(bytes, maxBytes).styled();
        try {
            return new Workbook(
                    new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(styled, true)));
        } catch (IOException | RuntimeException damaged) {
            // The library says what it cannot read by exceptions of many classes, some of them of the language itself.
            throw UnreadableTable.damagedWorkbook();
        }
    }

    @Override
    public List<Grid> grids() {
        List<Grid> visible = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .<Grid>map(SheetGrid::new)
                .toList();
        if (visible.isEmpty()) {
            throw UnreadableTable.damagedWorkbook();
        }
        if (visible.size() > MOST_SHEETS) {
            throw UnreadableTable.swollen();
        }
        return visible;
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException impossible) {
            throw new IllegalStateException("The bytes are in memory", impossible);
        }
    }

    private record SheetGrid(Sheet sheet) implements Grid {

        @Override
        public Records open() {
            return SheetRecords.of(sheet);
        }

        @Override
        public String name() {
            return sheet.getName();
        }
    }
}
