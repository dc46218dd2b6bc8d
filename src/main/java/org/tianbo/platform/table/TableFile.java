package org.tianbo.platform.table;

import java.util.List;

/**
 * A file in which a table may be. Its bytes are held in memory, up to the cap: an export with buyers' personal data
 * must not be laid on disk to read it twice.
 */
public interface TableFile extends AutoCloseable {

    /** Where to look for the table. */
    List<Grid> grids();

    @Override
    void close();
}
