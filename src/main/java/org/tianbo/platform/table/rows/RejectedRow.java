package org.tianbo.platform.table.rows;

import java.util.List;
import org.tianbo.platform.table.CellFault;

/**
 * A row that was left out, and everything that is wrong with it.
 *
 * @param line where the row begins in the file, counted from 1
 * @param faults at least one, in the order in which the cells were read
 */
public record RejectedRow(int line, List<CellFault> faults) {

    public RejectedRow {
        faults = List.copyOf(faults);
    }

    public static RejectedRow of(int line, String field, String code, String value) {
        return new RejectedRow(line, List.of(new CellFault(field, code, value)));
    }

    /** The fault that was met first; it stands for the row where there is room for one only. */
    public CellFault first() {
        return faults.get(0);
    }
}
