package org.tianbo.platform.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns a table must and may have, each under our field name and the header names it has been seen with. The order
 * of names is their rank: where a file carries two of them, the earlier one is read.
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
    Map<String, Integer> positions(List<String> cells) {
        List<String> headers = cells.stream().map(Cell::clean).map(Cell::fold).toList();
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (Column column : declared) {
            column.folded().stream()
                    .filter(headers::contains)
                    .findFirst()
                    .ifPresent(name -> positions.put(column.field(), headers.indexOf(name)));
        }
        return positions;
    }

    /** The usual header of every required column that was not found. */
    List<String> missing(Map<String, Integer> positions) {
        List<String> missing = new ArrayList<>();
        for (Column column : declared) {
            if (column.required() && !positions.containsKey(column.field())) {
                missing.add(column.names().get(0));
            }
        }
        return missing;
    }
}
