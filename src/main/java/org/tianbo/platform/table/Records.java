package org.tianbo.platform.table;

import java.util.List;
import java.util.Optional;

/** One walk through the records of a file. */
public interface Records extends AutoCloseable {

    /**
     * @param line the line the record begins on, from 1
     * @param cells empty when the quotes on the line make no sense
     * @param quoteOpen whether that is so because one of them is not closed
     */
    record Record(int line, Optional<List<String>> cells, boolean quoteOpen) {

        public static Record of(int line, List<String> cells) {
            return new Record(line, Optional.of(cells), false);
        }

        public boolean blank() {
            return cells.map(all ->
                            all.stream().allMatch(cell -> Cell.clean(cell).isEmpty()))
                    .orElse(false);
        }
    }

    /** The next record that is not a blank line; empty at the end. */
    Optional<Record> next();

    /** How the record read last stands at the end of its file. */
    default Ending ending() {
        return Ending.WHOLE;
    }

    @Override
    default void close() {}

    /** Whether a file may have been cut off behind the record read last. */
    enum Ending {
        /**
         * Nothing speaks for it, or nothing can be known: cells that are empty may be left out of a spreadsheet's row.
         */
        WHOLE,
        /** A line end follows. */
        LINE_ENDED,
        /** The file ends without a line end. */
        OPEN
    }
}
