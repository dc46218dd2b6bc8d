package org.tianbo.platform.table.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tianbo.platform.table.TableWriter;

/**
 * A table as a workbook of one sheet, its header in sight while one scrolls. Texts are written into their cells and not
 * into the workbook's list of shared strings, which would be held in memory; a text in a cell is no formula.
 */
public final class XlsxWriter implements TableWriter {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int WIDTH = 16;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    /** @param name of the sheet, at most 31 characters */
    public XlsxWriter(OutputStream out, String name, String... header) throws IOException {
        workbook = new Workbook(out, "Tianbo", "1.0");
        sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < header.length; column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, header[column]);
            sheet.style(0, column).bold().set();
        }
        row = 1;
    }

    @Override
    public void row(Object... cells) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            Object cell = cells[column];
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cell instanceof LocalDate day) {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            } else if (!cell.toString().isEmpty()) {
                sheet.inlineString(row, column, cell.toString());
            }
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
