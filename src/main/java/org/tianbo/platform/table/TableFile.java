package org.tianbo.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A file in which a table may be. Its bytes are held in memory, up to the cap: an export with buyers' personal data
 * must not be laid on disk to read it twice.
 */
interface TableFile extends AutoCloseable {

    /** Where to look for the table. */
    List<Grid> grids();

    @Override
    void close();

    /** @throws UnreadableTable when it is no table's file, damaged, or too large */
    static TableFile open(InputStream in, int maxBytes) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.length > maxBytes) {
            throw UnreadableTable.tooLarge(maxBytes);
        }
        FileKind kind = FileKind.of(bytes);
        return kind == FileKind.ZIP ? Workbook.open(bytes, maxBytes) : TextFile.of(bytes, kind);
    }
}
