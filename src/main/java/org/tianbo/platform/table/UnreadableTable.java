package org.tianbo.platform.table;

import java.util.List;
import org.tianbo.platform.error.Fault;

/** The file as a whole cannot be read as a table; what is wrong with single rows is a {@link RowFault} instead. */
public final class UnreadableTable extends Fault {

    private UnreadableTable(Kind kind, String code, Object... args) {
        super(kind, code, args);
    }

    static UnreadableTable empty() {
        return new UnreadableTable(Kind.INVALID, "table.empty");
    }

    static UnreadableTable spreadsheet() {
        return new UnreadableTable(Kind.INVALID, "table.spreadsheet");
    }

    static UnreadableTable notText() {
        return new UnreadableTable(Kind.INVALID, "table.not-text");
    }

    static UnreadableTable undecodable(int line) {
        return new UnreadableTable(Kind.INVALID, "table.undecodable", line);
    }

    static UnreadableTable noHeader(List<String> wanted) {
        return new UnreadableTable(Kind.INVALID, "table.no-header", String.join("、", wanted));
    }

    static UnreadableTable columnsMissing(int line, List<String> missing) {
        return new UnreadableTable(Kind.INVALID, "table.columns-missing", line, String.join("、", missing));
    }

    static UnreadableTable tooLarge(int bytes) {
        return new UnreadableTable(Kind.TOO_LARGE, "table.too-large", bytes >> 20);
    }

    static UnreadableTable tooManyRows(int rows) {
        return new UnreadableTable(Kind.TOO_LARGE, "table.too-many-rows", rows);
    }
}
