package org.tianbo.platform.table.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tianbo.platform.table.Cell;
import org.tianbo.platform.table.Columns;
import org.tianbo.platform.table.Grid;
import org.tianbo.platform.table.Records;
import org.tianbo.platform.table.TableFile;
import org.tianbo.platform.table.UnreadableTable;

/**
 * Where the table begins in a file. Delimiter and sheet are not guessed: they are those with which a header is found.
 *
 * @param cells the header as it stands
 * @param width up to the last cell with a name
 */
record Header(Grid grid, int line, List<String> cells, int width, Map<String, Integer> positions) {

    /** Exports put a title, a time and some remarks above the table, not pages. */
    private static final int RECORDS_SEARCHED = 40;

    static Header find(TableFile file, Columns columns) {
        List<Header> found = new ArrayList<>();
        for (Grid grid : file.grids()) {
            best(grid, columns).ifPresent(found::add);
        }
        // The first of equals: whoever has several sheets has the table on the front one.
        Header best = found.stream()
                .sorted(Comparator.comparing((Header header) -> header.positions.size())
                        .reversed())
                .findFirst()
                .orElseThrow(UnreadableTable::empty);
        best.refuseIncomplete(columns);
        return best.grid.text().isPresent() ? best : onlyOne(found, columns);
    }

    /** Rows left unread on a second sheet would be lost without a word. */
    private static Header onlyOne(List<Header> found, Columns columns) {
        List<Header> tables = found.stream()
                .filter(header -> columns.missing(header.positions).isEmpty())
                .toList();
        List<Header> filled = tables.stream().filter(Header::hasRows).toList();
        if (filled.size() > 1) {
            throw UnreadableTable.severalSheets(
                    filled.stream().map(header -> header.grid.name()).toList());
        }
        Header only = filled.isEmpty() ? tables.get(0) : filled.get(0);
        only.refuseIncomplete(columns);
        return only;
    }

    /** Empty when there is nothing at all in the grid. */
    private static Optional<Header> best(Grid grid, Columns columns) {
        Header best = null;
        try (Records records = grid.open()) {
            Optional<Records.Record> record = records.next();
            for (int i = 0; i < RECORDS_SEARCHED && record.isPresent(); i++) {
                Header header = of(grid, record.get(), columns);
                if (best == null || header.positions.size() > best.positions.size()) {
                    best = header;
                }
                record = records.next();
            }
        }
        return Optional.ofNullable(best);
    }

    private static Header of(Grid grid, Records.Record record, Columns columns) {
        List<String> cells = record.cells().orElse(List.of());
        int width = cells.size();
        while (width > 0 && Cell.clean(cells.get(width - 1)).isEmpty()) {
            width--;
        }
        return new Header(grid, record.line(), cells, width, columns.positions(cells));
    }

    private boolean hasRows() {
        try (Records records = grid.open()) {
            for (Optional<Records.Record> next = records.next(); next.isPresent(); next = records.next()) {
                if (next.get().line() > line && !next.get().blank()) {
                    return true;
                }
            }
            return false;
        }
    }

    private void refuseIncomplete(Columns columns) {
        List<String> missing = columns.missing(positions);
        if (!missing.isEmpty()) {
            // One matching cell is a coincidence: a title such as 订单号 above some other table.
            throw positions.size() > 1
                    ? UnreadableTable.columnsMissing(line, missing)
                    : UnreadableTable.noHeader(columns.missing(Map.of()));
        }
        columns.refuseTwice(line, cells, positions);
    }
}
