package org.tianbo.platform.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns a table must and may have, each under our field name and the header names it has been seen with. The
 * order of names is their rank: where a file carries two of them, the earlier one is read. Marks of required columns
 * and units behind a name ({@code 姓名（必填）}, {@code 金额(元)}) need not be listed.
 */
public final class Columns {

    private record Column(String field, boolean required, List<String> names) {

        List<String> folded() {
            return names.stream().map(Cell::fold).toList();
        }
    }

    private final List<Column> declared;

    private Columns(List<Column> declared) {
        this.declared = declared;
    }

    public static Columns none() {
        return new Columns(List.of());
    }

    public Columns required(String field, String... names) {
        return with(new Column(field, true, List.of(names)));
    }

    public Columns optional(String field, String... names) {
        return with(new Column(field, false, List.of(names)));
    }

    private Columns with(Column column) {
        return new Columns(Stream.concat(declared.stream(), Stream.of(column)).toList());
    }

    /** Field name → position, for the fields whose header is among the cells. */
    public Map<String, Integer> positions(List<String> cells) {
        List<String> whole = cells.stream().map(Cell::clean).map(Cell::fold).toList();
        List<String> bare = whole.stream().map(HeaderName::bare).toList();
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (Column column : declared) {
            column.folded().stream()
                    .map(name -> whole.contains(name) ? whole.indexOf(name) : bare.indexOf(name))
                    .filter(position -> position >= 0)
                    .findFirst()
                    .ifPresent(position -> positions.put(column.field(), position));
        }
        return positions;
    }

    /** The usual header of every required column that was not found. */
    public List<String> missing(Map<String, Integer> positions) {
        List<String> missing = new ArrayList<>();
        for (Column column : declared) {
            if (column.required() && !positions.containsKey(column.field())) {
                missing.add(column.names().get(0));
            }
        }
        return missing;
    }

    /** @throws UnreadableTable when a column that would be read stands in the header a second time */
    public void refuseTwice(int line, List<String> cells, Map<String, Integer> positions) {
        List<String> bare = cells.stream()
                .map(Cell::clean)
                .map(Cell::fold)
                .map(HeaderName::bare)
                .toList();
        for (int position : positions.values()) {
            int last = bare.lastIndexOf(bare.get(position));
            if (last != position) {
                throw UnreadableTable.columnTwice(line, Cell.clean(cells.get(position)), position + 1, last + 1);
            }
        }
    }
}
