package org.tianbo.platform.table.rows;

/** Thrown by {@link Row#refuseIfBroken()}; the faults themselves lie with the row. */
final class BrokenRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenRow() {
        super(null, null, false, false);
    }
}
