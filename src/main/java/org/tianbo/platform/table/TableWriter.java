package org.tianbo.platform.table;

import java.io.IOException;

/** Writes a table row by row, in bounded memory; complete once closed. */
public interface TableWriter extends AutoCloseable {

    /** @param cells texts, numbers, {@link java.time.LocalDate}s; a text is never run as a formula */
    void row(Object... cells) throws IOException;

    @Override
    void close() throws IOException;
}
