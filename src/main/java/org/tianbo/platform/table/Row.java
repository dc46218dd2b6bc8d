package org.tianbo.platform.table;

import java.util.List;
import java.util.Map;

/** One row below the header, read by field name. */
public final class Row {

    private final int line;
    private final Map<String, Integer> positions;
    private final List<String> cells;

    Row(int line, Map<String, Integer> positions, List<String> cells) {
        this.line = line;
        this.positions = positions;
        this.cells = cells;
    }

    /** The line of the file this row begins on, counted from 1 as an editor counts. */
    public int line() {
        return line;
    }

    /** The cleaned value; empty where the cell, or the whole column, is absent. */
    public String text(String field) {
        Integer position = positions.get(field);
        return position == null || position >= cells.size() ? "" : Cell.clean(cells.get(position));
    }

    /**
     * The cleaned value, which must be there.
     *
     * @throws BrokenCell with the given code when it is not
     */
    public String required(String field, String code) {
        String text = text(field);
        if (text.isEmpty()) {
            throw new BrokenCell(field, code);
        }
        return text;
    }
}
