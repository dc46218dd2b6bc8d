package org.tianbo.testsupport;

import java.util.List;
import org.tianbo.platform.table.rows.RejectedRow;

/** Rejected rows in one line each, for tests to compare. */
public final class Faults {

    private Faults() {}

    /** {@code 3 phone roster.phone-shape} for every fault of every row. */
    public static List<String> of(List<RejectedRow> rejected) {
        return rejected.stream()
                .flatMap(row ->
                        row.faults().stream().map(fault -> row.line() + " " + fault.field() + " " + fault.code()))
                .toList();
    }
}
