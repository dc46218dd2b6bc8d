package org.tianbo.platform.table.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.Cell;
import org.tianbo.platform.table.CellFault;

/**
 * One row below the header, read by field name.
 *
 * <p>So that whoever mends a file sees all that is wrong with a row at once, cells are read through {@link #check},
 * which notes a {@link BrokenCell} and goes on; {@link #refuseIfBroken} then ends the row before its values are used.
 */
public final class Row {

    private static final int VALUE_LENGTH = 100;

    private final int line;
    private final Map<String, Integer> positions;
    private final List<String> cells;
    private final List<CellFault> faults = new ArrayList<>();

    Row(int line, Map<String, Integer> positions, List<String> cells) {
        this.line = line;
        this.positions = positions;
        this.cells = cells;
    }

    /**
     * The line of the file this row begins on, counted from 1 as an editor counts; in a spreadsheet the row's number.
     */
    public int line() {
        return line;
    }

    /** The cleaned value; empty where the cell, or the whole column, is absent. */
    public String text(String field) {
        Integer position = positions.get(field);
        return position == null || position >= cells.size() ? "" : Cell.clean(cells.get(position));
    }

    /** Whether the table has this column at all. */
    public boolean has(String field) {
        return positions.containsKey(field);
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

    /**
     * What was read; where that threw {@link BrokenCell} the fault is noted and the value is null, not to be used
     * before {@link #refuseIfBroken}.
     */
    public <T> T check(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BrokenCell broken) {
            note(broken);
            return null;
        }
    }

    /** Ends the reading of this row when anything was wrong with it so far. */
    public void refuseIfBroken() {
        if (!faults.isEmpty()) {
            throw new BrokenRow();
        }
    }

    void note(BrokenCell broken) {
        String value = text(broken.field());
        faults.add(new CellFault(
                broken.field(),
                broken.code(),
                value.length() > VALUE_LENGTH ? value.substring(0, VALUE_LENGTH) : value));
    }

    RejectedRow rejected() {
        return new RejectedRow(line, faults);
    }
}
