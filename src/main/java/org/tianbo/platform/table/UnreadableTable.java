package org.tianbo.platform.table;

import java.util.List;
import org.tianbo.platform.error.Fault;

/** The file as a whole cannot be read as a table; what is wrong with single rows is a {@code RejectedRow} instead. */
public final class UnreadableTable extends Fault {

    private static final long serialVersionUID = 1L;

    private UnreadableTable(Kind kind, String code, Object... args) {
        super(kind, code, args);
    }

    public static UnreadableTable empty() {
        return new UnreadableTable(Kind.INVALID, "table.empty");
    }

    /** A workbook as Excel wrote it up to 2003, or a web page that goes by its name. */
    public static UnreadableTable oldSpreadsheet() {
        return new UnreadableTable(Kind.INVALID, "table.old-spreadsheet");
    }

    public static UnreadableTable encrypted() {
        return new UnreadableTable(Kind.INVALID, "table.encrypted");
    }

    /** A zip file that is no workbook. */
    public static UnreadableTable archive() {
        return new UnreadableTable(Kind.INVALID, "table.archive");
    }

    /** A workbook that breaks off or breaks its own rules. */
    public static UnreadableTable damagedWorkbook() {
        return new UnreadableTable(Kind.INVALID, "table.damaged");
    }

    /** A workbook that would unpack to far more than its size. */
    public static UnreadableTable swollen() {
        return new UnreadableTable(Kind.TOO_LARGE, "table.swollen");
    }

    public static UnreadableTable severalSheets(List<String> names) {
        return new UnreadableTable(Kind.INVALID, "table.several-sheets", String.join("、", names));
    }

    public static UnreadableTable notText() {
        return new UnreadableTable(Kind.INVALID, "table.not-text");
    }

    public static UnreadableTable undecodable(int line) {
        return new UnreadableTable(Kind.INVALID, "table.undecodable", line);
    }

    /** The file ends in the middle of the row on this line. */
    public static UnreadableTable cutOff(int line) {
        return new UnreadableTable(Kind.INVALID, "table.cut-off", line);
    }

    public static UnreadableTable noHeader(List<String> wanted) {
        return new UnreadableTable(Kind.INVALID, "table.no-header", String.join("、", wanted));
    }

    public static UnreadableTable columnsMissing(int line, List<String> missing) {
        return new UnreadableTable(Kind.INVALID, "table.columns-missing", line, String.join("、", missing));
    }

    /** Only whoever brings the file knows which of the two columns is meant; positions count from 1. */
    public static UnreadableTable columnTwice(int line, String name, int first, int second) {
        UnreadableTable twice =
                new UnreadableTable(Kind.INVALID, "table.column-twice", line, name, letter(first), letter(second));
        twice.with("line", line).with("column", name).with("positions", List.of(first, second));
        return twice;
    }

    public static UnreadableTable tooLarge(int bytes) {
        return new UnreadableTable(Kind.TOO_LARGE, "table.too-large", bytes >> 20);
    }

    public static UnreadableTable tooManyRows(int rows) {
        return new UnreadableTable(Kind.TOO_LARGE, "table.too-many-rows", rows);
    }

    /** As spreadsheets name the column: A to Z, then AA. */
    private static String letter(int position) {
        int rest = position - 1;
        String last = String.valueOf((char) ('A' + rest % 26));
        return rest < 26 ? last : letter(rest / 26) + last;
    }
}
