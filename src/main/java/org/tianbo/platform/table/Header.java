package org.tianbo.platform.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the table begins in a file and how it is written. The delimiter is not guessed from counts: it is the one with
 * which a header is found.
 */
record Header(int line, char delimiter, int width, Map<String, Integer> positions) {

    private static final char[] DELIMITERS = {',', '\t'};

    /** Exports put a title, a time and some remarks above the table, not pages. */
    private static final int RECORDS_SEARCHED = 40;

    private static final Header NONE = new Header(0, ',', 0, Map.of());

    static Header find(TextFile file, Columns columns) {
        Header best = NONE;
        boolean anything = false;
        for (char delimiter : DELIMITERS) {
            Records records = new Records(file.open(), delimiter);
            Optional<Records.Record> record = records.next();
            for (int i = 0; i < RECORDS_SEARCHED && record.isPresent(); i++) {
                anything = true;
                Header header = of(record.get(), delimiter, columns);
                if (header.positions.size() > best.positions.size()) {
                    best = header;
                }
                record = records.next();
            }
        }
        if (!anything) {
            throw UnreadableTable.empty();
        }
        return best.complete(columns);
    }

    private static Header of(Records.Record record, char delimiter, Columns columns) {
        List<String> cells = record.cells().orElse(List.of());
        return new Header(record.line(), delimiter, cells.size(), columns.positions(cells));
    }

    private Header complete(Columns columns) {
        List<String> missing = columns.missing(positions);
        if (missing.isEmpty()) {
            return this;
        }
        // One matching cell is a coincidence: a title such as 订单号 above some other table.
        throw positions.size() > 1
                ? UnreadableTable.columnsMissing(line, missing)
                : UnreadableTable.noHeader(columns.missing(Map.of()));
    }
}
