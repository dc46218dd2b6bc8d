package org.tianbo.platform.table.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A table as a CSV file that spreadsheet programs open by a double click: with a byte order mark, or Excel takes
 * Chinese for Latin; and with no cell that a spreadsheet would run as a formula.
 */
public final class CsvSheet {

    static final char BYTE_ORDER_MARK = '\uFEFF';
    /** How a number of many digits is written so that a spreadsheet keeps all of them. */
    private static final Pattern NUMBER_AS_TEXT = Pattern.compile("=\"\\d+\"");

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer;

    public CsvSheet(String... header) {
        text.write(BYTE_ORDER_MARK);
        writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(text);
        writer.writeRecord(header);
    }

    public CsvSheet row(Object... cells) {
        writer.writeRecord(Arrays.stream(cells).map(CsvSheet::harmless).toArray(String[]::new));
        return this;
    }

    public String text() {
        return text.toString();
    }

    /** Numbers of ours stay numbers; a text that begins like a formula gets an apostrophe in front. */
    static String harmless(Object cell) {
        String value = cell.toString();
        if (NUMBER_AS_TEXT.matcher(value).matches()) {
            return value;
        }
        boolean risky = !(cell instanceof Number) && !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        return risky ? "'" + value : value;
    }
}
