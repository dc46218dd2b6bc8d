package org.tianbo.platform.table;

import java.util.Optional;

/** Cells in rows, as one delimiter parts them or one sheet holds them; walked through as often as needed. */
public interface Grid {

    Records open();

    /** Empty for a sheet of a spreadsheet. */
    default Optional<TextFormat> text() {
        return Optional.empty();
    }

    /** The sheet's name; empty for a text file. */
    default String name() {
        return "";
    }
}
