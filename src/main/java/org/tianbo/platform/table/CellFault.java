package org.tianbo.platform.table;

/**
 * What is wrong with one cell of a row.
 *
 * @param field our name of the column, or {@code row} where the fault is no single cell's
 * @param code a stable code whose text stands with the fault texts
 * @param value the cell as it was read, at most 100 characters; empty where nothing stood there
 */
public record CellFault(String field, String code, String value) {

    /** What stands in somebody's table may be personal data and stays out of logs. */
    @Override
    public String toString() {
        return "CellFault[field=" + field + ", code=" + code + "]";
    }
}
